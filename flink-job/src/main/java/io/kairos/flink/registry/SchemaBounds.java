package io.kairos.flink.registry;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * Schemas of writers by which no record is read. Avro passes over a field that ours has not without
 * any limit: over as many items as a record claims, if they take no bytes, and as deep as records
 * lie within each other, until the stack ends. One record would hold the job up for ever, or fail
 * it again after each restart.
 */
final class SchemaBounds {
  /** Levels of records, arrays and maps. */
  static final int MOST_LEVELS = 32;

  /** Types, where each name is written out: a few names that double each other are without end. */
  static final int MOST_TYPES = 10_000;

  /** Why one is not read that is nested too deep, as the end of a sentence. */
  static final String TOO_DEEP = "is nested deeper than " + MOST_LEVELS + " levels: flatten it";

  private final Set<String> around = new HashSet<>();
  private int types;

  private SchemaBounds() {}

  /** Why no record of a schema is read, as the end of a sentence; empty where they are. */
  static Optional<String> refusal(Schema writer) {
    return new SchemaBounds().refusal(writer, 0);
  }

  /**
   * @param level how many records, arrays and maps the schema lies in
   */
  private Optional<String> refusal(Schema schema, int level) {
    if (level > MOST_LEVELS) {
      return Optional.of(TOO_DEEP);
    }
    if (++types > MOST_TYPES) {
      return Optional.of("holds more than " + MOST_TYPES + " types: write fewer fields");
    }
    return switch (schema.getType()) {
      case RECORD -> ofRecord(schema, level);
      case ARRAY -> ofArray(schema, level);
      case MAP -> refusal(schema.getValueType(), level + 1);
      case UNION -> ofAny(schema.getTypes(), level);
      default -> Optional.empty();
    };
  }

  private Optional<String> ofRecord(Schema schema, int level) {
    String name = schema.getFullName();
    if (!around.add(name)) {
      return Optional.of("is recursive: %s lies within %s. Flatten it".formatted(name, name));
    }
    Optional<String> refusal =
        ofAny(schema.getFields().stream().map(Schema.Field::schema).toList(), level + 1);
    around.remove(name);
    return refusal;
  }

  private Optional<String> ofArray(Schema schema, int level) {
    Schema items = schema.getElementType();
    Optional<String> refusal = refusal(items, level + 1);
    return refusal.isEmpty() && takesNoBytes(items)
        ? Optional.of(
            "has an array whose items, %s, take no bytes: write their number instead"
                .formatted(items.getFullName()))
        : refusal;
  }

  private Optional<String> ofAny(Collection<Schema> schemas, int level) {
    return schemas.stream().flatMap(schema -> refusal(schema, level).stream()).findFirst();
  }

  /** Ends only where the schema is not recursive. */
  private static boolean takesNoBytes(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> true;
      case FIXED -> schema.getFixedSize() == 0;
      case RECORD -> schema.getFields().stream().allMatch(field -> takesNoBytes(field.schema()));
      default -> false;
    };
  }
}
