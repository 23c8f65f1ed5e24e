package io.kairos.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * One value of a JSON object on its way into a field of the wire: a union is its value, an enum its
 * name.
 *
 * @param name of the field
 * @param node its value
 * @param records reads the records inside it
 */
record JsonValue(String name, JsonNode node, JsonRecords records) {

  private static final String EVENT_TIME = "time";

  /** Fields that hold a time: text of {@link TimeText}, epoch seconds or epoch milliseconds. */
  private static final Set<String> TIMES =
      Set.of(EVENT_TIME, "deviceTime", "sentAt", "placedAt", "payBy");

  Object as(Schema schema) throws RowRefused {
    return switch (schema.getType()) {
      case UNION -> node.isNull() ? null : as(schema.getTypes().get(1));
      case RECORD -> records.read(schema, (ObjectNode) require(node.isObject(), "an object"));
      case ARRAY -> list(schema.getElementType());
      case MAP -> map(schema.getValueType());
      case ENUM -> symbol(schema);
      default -> TIMES.contains(name) ? time() : scalar(schema.getType());
    };
  }

  private Object scalar(Schema.Type type) throws RowRefused {
    return switch (type) {
      case STRING -> require(node.isTextual() || node.isIntegralNumber(), "a text").asText();
      case BOOLEAN -> require(node.isBoolean(), "true or false").booleanValue();
      case DOUBLE -> require(node.isNumber(), "a number").doubleValue();
      case INT ->
          require(node.isIntegralNumber() && node.canConvertToInt(), "a whole number").intValue();
      case LONG ->
          require(node.isIntegralNumber() && node.canConvertToLong(), "a whole number").longValue();
      default -> throw new IllegalStateException("no JSON form of " + type);
    };
  }

  private long time() throws RowRefused {
    long millis =
        node.isTextual()
            ? records.times().millis(node.textValue())
            : TimeText.epochMillis((long) scalar(Schema.Type.LONG));
    return name.equals(EVENT_TIME) ? TimeText.possible(millis, node.asText()) : millis;
  }

  private Object symbol(Schema schema) throws RowRefused {
    String symbol = require(node.isTextual(), "a text").textValue();
    require(schema.hasEnumSymbol(symbol), "one of " + schema.getEnumSymbols());
    return SpecificData.get().createEnum(symbol, schema);
  }

  private List<Object> list(Schema elements) throws RowRefused {
    List<Object> list = new ArrayList<>();
    for (JsonNode element : require(node.isArray(), "an array")) {
      list.add(new JsonValue(name, element, records).as(elements));
    }
    return list;
  }

  private Map<String, Object> map(Schema values) throws RowRefused {
    Map<String, Object> map = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : require(node.isObject(), "an object").properties()) {
      map.put(entry.getKey(), new JsonValue(name, entry.getValue(), records).as(values));
    }
    return map;
  }

  private JsonNode require(boolean fits, String expected) throws RowRefused {
    if (!fits) {
      throw new RowRefused(
          expected.endsWith("number") ? LeftOut.BAD_NUMBER : LeftOut.MALFORMED,
          "'%s' is not %s: %s".formatted(name, expected, node));
    }
    return node;
  }
}
