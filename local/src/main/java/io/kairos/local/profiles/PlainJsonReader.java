package io.kairos.local.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Reads what {@link io.kairos.wire.PlainJson} writes. As with Avro itself, fields that the schema
 * does not have are skipped and missing ones take their default.
 */
public final class PlainJsonReader {
  private static final GenericData AVRO = GenericData.get();

  private PlainJsonReader() {}

  /**
   * The object as a record.
   *
   * @throws AvroRuntimeException if a value does not fit its field, or one without default is
   *     missing
   */
  public static GenericRecord record(JsonNode object, Schema schema) {
    require(object.isObject(), schema.getName(), object);
    GenericRecord record = new GenericData.Record(schema);
    for (Field field : schema.getFields()) {
      JsonNode node = object.get(field.name());
      Object value = node == null ? missing(field) : value(field.name(), node, field.schema());
      record.put(field.pos(), value);
    }
    return record;
  }

  private static Object missing(Field field) {
    if (!field.hasDefaultValue()) {
      throw new AvroRuntimeException("'" + field.name() + "' is missing");
    }
    return AVRO.getDefaultValue(field);
  }

  private static Object value(String name, JsonNode node, Schema schema) {
    return switch (schema.getType()) {
      case UNION -> node.isNull() ? null : value(name, node, branch(schema));
      case RECORD -> record(node, schema);
      case ARRAY -> list(name, node, schema.getElementType());
      case MAP -> map(name, node, schema.getValueType());
      case ENUM -> new GenericData.EnumSymbol(schema, text(name, node));
      case STRING -> text(name, node);
      case BYTES -> bytes(name, node);
      case BOOLEAN -> require(node.isBoolean(), name, node).booleanValue();
      case INT -> require(node.canConvertToInt(), name, node).intValue();
      case LONG -> require(node.isIntegralNumber(), name, node).longValue();
      case FLOAT -> (float) number(name, node);
      case DOUBLE -> number(name, node);
      default -> throw new AvroRuntimeException("no JSON form of " + schema.getType());
    };
  }

  private static Schema branch(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  private static List<Object> list(String name, JsonNode node, Schema elements) {
    List<Object> list = new ArrayList<>();
    require(node.isArray(), name, node)
        .forEach(element -> list.add(value(name, element, elements)));
    return list;
  }

  private static Map<String, Object> map(String name, JsonNode node, Schema values) {
    Map<String, Object> map = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : require(node.isObject(), name, node).properties()) {
      map.put(entry.getKey(), value(name, entry.getValue(), values));
    }
    return map;
  }

  private static String text(String name, JsonNode node) {
    return require(node.isTextual(), name, node).textValue();
  }

  /** What is no number is written as a text: NaN, Infinity. */
  private static double number(String name, JsonNode node) {
    boolean special = node.isTextual() && !Double.isFinite(node.asDouble(Double.NaN));
    return require(node.isNumber() || special, name, node).asDouble(Double.NaN);
  }

  private static ByteBuffer bytes(String name, JsonNode node) {
    try {
      return ByteBuffer.wrap(require(node.isTextual(), name, node).binaryValue());
    } catch (IOException noBase64) {
      throw new AvroRuntimeException("'" + name + "' is no base64", noBase64);
    }
  }

  private static JsonNode require(boolean fits, String name, JsonNode node) {
    if (!fits) {
      throw new AvroRuntimeException("'%s' cannot be %s".formatted(name, node));
    }
    return node;
  }
}
