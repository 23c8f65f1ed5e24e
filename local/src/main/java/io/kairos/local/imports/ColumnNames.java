package io.kairos.local.imports;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which column of a shop's CSV file holds what.
 *
 * @param byField header name of each field that the file has
 */
public record ColumnNames(Map<Field, String> byField) {

  /** What a column can hold. */
  public enum Field {
    /** When it happened: see {@link TimeText}. */
    TIME,
    /** The shop's stable id of the customer. */
    CUSTOMER,
    /** What happened: a word of {@link EventType}. */
    TYPE,
    /** The item. */
    ITEM,
    /** Price of one unit, a decimal number in units of the currency. */
    PRICE,
    /** Units, a whole number. */
    QUANTITY,
    /** Id of the order; rows that share it are lines of one order. */
    ORDER,
    /** Category path, parts separated by dots. */
    CATEGORY,
    /** Brand. */
    BRAND,
    /** Search text. */
    QUERY,
    /** Id of the event. */
    ID,
    /** ISO 4217 code of the price. */
    CURRENCY;

    private static final Set<Field> REQUIRED = Set.of(TIME, CUSTOMER, TYPE);

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ColumnNames {
    byField = Map.copyOf(byField);
  }

  static ColumnNames none() {
    return new ColumnNames(Map.of());
  }

  /**
   * Reads {@code time=COL,customer=COL,type=COL[,item=COL...]}.
   *
   * @throws ImportException on an unknown or repeated field, or if a required one is missing
   */
  public static ColumnNames parse(String text) {
    Map<Field, String> byField = new EnumMap<>(Field.class);
    for (String pair : text.split(",")) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new ImportException("columns: '%s' is not field=COLUMN".formatted(pair.strip()));
      }
      Field field = field(pair.substring(0, equals).strip());
      if (byField.put(field, pair.substring(equals + 1).strip()) != null) {
        throw new ImportException("columns: '%s' is given twice".formatted(field.label()));
      }
    }
    return new ColumnNames(byField).complete();
  }

  boolean isEmpty() {
    return byField.isEmpty();
  }

  /** Header name of a field's column. Null: the file has no such column. */
  String of(Field field) {
    return byField.get(field);
  }

  /** Itself, if the file has all that an event needs. */
  ColumnNames complete() {
    for (Field field : Field.values()) {
      if (Field.REQUIRED.contains(field) && !byField.containsKey(field)) {
        throw new ImportException(
            "columns: '%s' is missing; needed are time=COL,customer=COL,type=COL"
                .formatted(field.label()));
      }
    }
    return this;
  }

  private static Field field(String label) {
    List<String> known = Arrays.stream(Field.values()).map(Field::label).toList();
    int index = known.indexOf(label.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new ImportException(
          "columns: no field '%s'%s; known: %s"
              .formatted(label, NearestName.hint(label, known), String.join(", ", known)));
    }
    return Field.values()[index];
  }
}
