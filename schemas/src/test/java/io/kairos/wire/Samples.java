package io.kairos.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Records of a schema, with every field set or every field at its default. */
final class Samples {
  private Samples() {}

  /** No field null, no collection empty, numbers at the end of their range. */
  static SpecificRecordBase full(Schema schema) {
    SpecificRecordBase record =
        (SpecificRecordBase) SpecificData.get().newRecord(null, javaSchema(schema));
    for (Field field : schema.getFields()) {
      record.put(field.pos(), value(field.name(), field.schema()));
    }
    return record;
  }

  /** Every field that has a default at it. */
  static SpecificRecordBase least(Schema schema) {
    SpecificRecordBase record = full(schema);
    for (Field field : record.getSchema().getFields()) {
      if (field.hasDefaultValue()) {
        record.put(field.pos(), SpecificData.get().getDefaultValue(field));
      }
    }
    return record;
  }

  private static Schema javaSchema(Schema schema) {
    return SpecificData.get().getSchema(SpecificData.get().getClass(schema));
  }

  private static Object value(String name, Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> full(schema);
      case ENUM -> SpecificData.get().createEnum(last(schema.getEnumSymbols()), schema);
      case ARRAY -> List.of(value(name, schema.getElementType()));
      case MAP -> Map.of(name, value(name, schema.getValueType()));
      case UNION -> value(name, last(schema.getTypes()));
      case STRING -> "the " + name + " \u65f6\u673a";
      case BYTES -> ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8));
      case INT -> Integer.MAX_VALUE;
      case LONG -> Long.MAX_VALUE;
      case DOUBLE -> -0.5;
      case BOOLEAN -> true;
      default -> throw new IllegalArgumentException("No value of " + schema);
    };
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
