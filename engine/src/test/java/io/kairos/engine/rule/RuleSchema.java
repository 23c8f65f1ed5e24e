package io.kairos.engine.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The schema of the rule file that editors read. */
final class RuleSchema {
  private static final Path FILE = Path.of("..", "docs", "rules.schema.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode schema = read();
  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
  private final URI registered = validator.registerSchema(schema);

  private static JsonNode read() {
    try {
      return JSON.readTree(FILE.toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * What it says against a file: the place, a JSON pointer, and the keyword that is not met, or
   * {@code forbidden} where nothing may stand.
   */
  List<String> complaints(Object file) {
    return validator.validate(registered, (Object) JSON.valueToTree(file)).getErrors().stream()
        .map(error -> error.getInstanceLocation() + " " + reason(error))
        .toList();
  }

  private static String reason(Error error) {
    return error.getKeyword() == null ? "forbidden" : error.getKeyword();
  }

  /** The keys that it knows at a place, which is a JSON pointer into the schema. */
  Set<String> keys(String pointer) {
    Set<String> keys = new TreeSet<>();
    schema.at(pointer).path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** The words that it lists at a place. */
  List<String> words(String pointer) {
    return JSON.convertValue(
        schema.at(pointer).path("enum"),
        JSON.getTypeFactory().constructCollectionType(List.class, String.class));
  }

  /** The keys that an editor could say nothing about. */
  List<String> keysWithoutDescription() {
    List<String> keys = new ArrayList<>();
    collect(schema, keys);
    return keys;
  }

  private void collect(JsonNode node, List<String> keys) {
    node.path("properties").properties().stream()
        .filter(key -> key.getValue().isObject() && !isDescribed(key.getValue()))
        .forEach(key -> keys.add(key.getKey()));
    node.forEach(part -> collect(part, keys));
  }

  private boolean isDescribed(JsonNode key) {
    String other = key.path("$ref").asText("#").substring(1);
    return key.has("description") || !other.isEmpty() && schema.at(other).has("description");
  }
}
