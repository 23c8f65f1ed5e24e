package io.kairos.local.profiles;

import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;

/** What a field's values mean, as far as it decides how they are written; told from its doc. */
public enum Meaning {
  /** An instant in epoch milliseconds. */
  TIME,
  /** A span in milliseconds. */
  SPAN,
  /** An amount in minor units of the profile's currency. */
  MINOR_UNITS,
  /** An amount in the major unit of the profile's currency. */
  MAJOR_UNIT,
  /** A share or a probability, from 0 to 1. */
  SHARE,
  /** A number that is what it is. */
  NUMBER,
  /** Anything else. */
  TEXT;

  private static final Set<Type> WHOLE = Set.of(Type.INT, Type.LONG);
  private static final Set<Type> BROKEN = Set.of(Type.FLOAT, Type.DOUBLE);
  private static final Pattern UP_TO_ONE = Pattern.compile("(?<![\\d.,-])0 to 1(?!\\d|[.,]\\d)");

  /** Of the field's own values, or of those in its list or map. */
  public static Meaning of(Field field) {
    String doc = field.doc() == null ? "" : field.doc();
    Type type = leaf(field.schema()).getType();
    if (WHOLE.contains(type)) {
      return whole(field.name(), doc);
    }
    return BROKEN.contains(type) ? broken(doc) : TEXT;
  }

  /** Whether values stand at the right of a column. */
  boolean isRight() {
    return this != TEXT && this != TIME;
  }

  private static Meaning whole(String name, String doc) {
    if (doc.contains("epoch milliseconds")) {
      return TIME;
    } else if (doc.contains("minor units")) {
      return MINOR_UNITS;
    } else if (name.endsWith("Millis")) {
      return SPAN;
    }
    return NUMBER;
  }

  private static Meaning broken(String doc) {
    if (UP_TO_ONE.matcher(doc).find()) {
      return SHARE;
    }
    return doc.contains("in the major unit") ? MAJOR_UNIT : NUMBER;
  }

  private static Schema leaf(Schema schema) {
    return switch (schema.getType()) {
      case ARRAY -> leaf(schema.getElementType());
      case MAP -> leaf(schema.getValueType());
      case UNION -> leaf(present(schema));
      default -> schema;
    };
  }

  /** The branch of a union that is not null. */
  private static Schema present(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Type.NULL)
        .findFirst()
        .orElse(union.getTypes().get(0));
  }
}
