package io.kairos.engine.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
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

  /** What it says against a file: the place, the keyword that was not met, and the words. */
  List<String> complaints(Object file) {
    return validator.validate(registered, (Object) JSON.valueToTree(file)).getErrors().stream()
        .map(e -> e.getInstanceLocation() + " " + e.getKeyword() + ": " + e.getError())
        .toList();
  }

  /** The keys that it knows at a place, which is a JSON pointer into the schema. */
  Set<String> keys(String pointer) {
    Set<String> keys = new TreeSet<>();
    schema.at(pointer).path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** The words of an enumeration. */
  List<String> words(String pointer) {
    return JSON.convertValue(
        schema.at(pointer).path("enum"),
        JSON.getTypeFactory().constructCollectionType(List.class, String.class));
  }

  /** The values that {@code visit} finds at all places that are an object with properties. */
  JsonNode root() {
    return schema;
  }
}
