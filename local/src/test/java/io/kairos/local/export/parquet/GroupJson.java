package io.kairos.local.export.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.parquet.example.data.Group;

/** A row that Parquet's library read, as plain JSON of an Avro record. */
final class GroupJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private GroupJson() {}

  static ObjectNode record(Group row, Schema schema) {
    ObjectNode object = JSON.objectNode();
    for (Field field : schema.getFields()) {
      object.set(field.name(), value(row, field.name(), field.schema()));
    }
    return object;
  }

  private static JsonNode value(Group row, String name, Schema schema) {
    if (row.getFieldRepetitionCount(name) == 0) {
      return JSON.nullNode();
    }
    return switch (schema.getType()) {
      case UNION -> value(row, name, schema.getTypes().get(present(schema)));
      case RECORD -> record(row.getGroup(name, 0), schema);
      case ARRAY -> list(row.getGroup(name, 0), schema.getElementType());
      case MAP -> map(row.getGroup(name, 0), schema.getValueType());
      case STRING, ENUM -> JSON.textNode(row.getString(name, 0));
      case BYTES ->
          JSON.textNode(Base64.getEncoder().encodeToString(row.getBinary(name, 0).getBytes()));
      case BOOLEAN -> JSON.booleanNode(row.getBoolean(name, 0));
      case INT -> JSON.numberNode(row.getInteger(name, 0));
      case LONG -> JSON.numberNode(row.getLong(name, 0));
      case FLOAT -> JSON.numberNode(row.getFloat(name, 0));
      case DOUBLE -> number(row.getDouble(name, 0));
      default -> throw new AssertionError(schema);
    };
  }

  private static int present(Schema union) {
    return union.getTypes().get(0).getType() == Schema.Type.NULL ? 1 : 0;
  }

  private static JsonNode number(double number) {
    return Double.isNaN(number) ? JSON.textNode("NaN") : JSON.numberNode(number);
  }

  private static ArrayNode list(Group list, Schema element) {
    ArrayNode all = JSON.arrayNode();
    for (int i = 0; i < list.getFieldRepetitionCount("list"); i++) {
      all.add(value(list.getGroup("list", i), "element", element));
    }
    return all;
  }

  private static ObjectNode map(Group map, Schema value) {
    ObjectNode all = JSON.objectNode();
    for (int i = 0; i < map.getFieldRepetitionCount("key_value"); i++) {
      Group entry = map.getGroup("key_value", i);
      all.set(entry.getString("key", 0), value(entry, "value", value));
    }
    return all;
  }
}
