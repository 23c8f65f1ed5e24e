package io.kairos.local.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kairos.wire.PlainJson;
import io.kairos.wire.Trigger;

/** A message as JSON, with the names and values of the wire. */
record MessageJson(Trigger trigger) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The whole record. */
  JsonNode whole() {
    try {
      return JSON.readTree(PlainJson.of(trigger));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** For people: indented, without the fields that say nothing. */
  String pretty() {
    JsonNode message = whole();
    message.forEach(MessageJson::dropEmpty);
    dropEmpty(message);
    return message.toPrettyString();
  }

  private static void dropEmpty(JsonNode node) {
    if (node.isArray()) {
      node.forEach(MessageJson::dropEmpty);
    } else if (node instanceof ObjectNode object) {
      object.properties().removeIf(field -> isEmpty(field.getValue()));
    }
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || value.isContainerNode() && value.isEmpty()
        || value.isTextual() && value.textValue().isEmpty();
  }
}
