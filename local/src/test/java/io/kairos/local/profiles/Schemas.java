package io.kairos.local.profiles;

import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Schemas and records made up for a test. */
final class Schemas {
  private Schemas() {}

  static final Schema STRING = Schema.create(Schema.Type.STRING);
  static final Schema LONG = Schema.create(Schema.Type.LONG);
  static final Schema DOUBLE = Schema.create(Schema.Type.DOUBLE);

  static Schema maybe(Schema schema) {
    return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
  }

  static Schema listOf(Schema schema) {
    return Schema.createArray(schema);
  }

  static Schema mapOf(Schema schema) {
    return Schema.createMap(schema);
  }

  static Field field(String name, Schema schema, String doc) {
    return new Field(name, schema, doc);
  }

  static Schema record(String name, Field... fields) {
    return Schema.createRecord(name, null, "test", false, java.util.List.of(fields));
  }

  /** A segment as a record. */
  static Schema dated() {
    return SchemaBuilder.record("Dated")
        .fields()
        .requiredString("name")
        .requiredLong("since")
        .endRecord();
  }

  /** Values in the order of the fields. */
  static GenericRecord of(Schema schema, Object... values) {
    GenericRecord record = new GenericData.Record(schema);
    for (int i = 0; i < values.length; i++) {
      record.put(i, values[i]);
    }
    return record;
  }
}
