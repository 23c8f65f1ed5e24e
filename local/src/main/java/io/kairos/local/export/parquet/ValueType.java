package io.kairos.local.export.parquet;

import io.kairos.local.profiles.Meaning;
import org.apache.avro.Schema;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;

/** The type of a column's values. */
enum ValueType {
  BOOLEAN(Type.BOOLEAN),
  INT(Type.INT32),
  LONG(Type.INT64),
  FLOAT(Type.FLOAT),
  DOUBLE(Type.DOUBLE),
  BYTES(Type.BYTE_ARRAY),
  /** UTF-8; enums, too, by their names. */
  TEXT(Type.BYTE_ARRAY) {
    @Override
    void mark(SchemaElement element) {
      element.setConverted_type(ConvertedType.UTF8);
      element.setLogicalType(LogicalType.STRING(new StringType()));
    }
  },
  /** Milliseconds since the epoch, UTC. */
  TIME(Type.INT64) {
    @Override
    void mark(SchemaElement element) {
      element.setConverted_type(ConvertedType.TIMESTAMP_MILLIS);
      element.setLogicalType(
          LogicalType.TIMESTAMP(new TimestampType(true, TimeUnit.MILLIS(new MilliSeconds()))));
    }
  };

  private final Type physical;

  ValueType(Type physical) {
    this.physical = physical;
  }

  /** The type of a schema that is no record, list, map or union. */
  static ValueType of(Schema schema, Meaning meaning) {
    return switch (schema.getType()) {
      case BOOLEAN -> BOOLEAN;
      case INT -> INT;
      case LONG -> meaning == Meaning.TIME ? TIME : LONG;
      case FLOAT -> FLOAT;
      case DOUBLE -> DOUBLE;
      case BYTES -> BYTES;
      case STRING, ENUM -> TEXT;
      default -> throw new IllegalArgumentException("no column of " + schema.getType());
    };
  }

  Type physical() {
    return physical;
  }

  /** Says in the schema what the bytes mean. */
  void mark(SchemaElement element) {
    // The physical type says it all.
  }
}
