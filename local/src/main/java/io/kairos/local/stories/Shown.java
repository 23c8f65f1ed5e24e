package io.kairos.local.stories;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * The fields of a trigger or decision as stories write them: amounts in the major unit, times as
 * times, {@code data.query} and {@code evidence.cart.value} for what lies inside.
 */
record Shown(Map<String, String> fields) {
  static final String NOTHING = "null";

  static Shown of(IndexedRecord record, MinorUnit money, TimeWriter times) {
    Map<String, String> shown = new TreeMap<>();
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (value instanceof Map<?, ?> map) {
        map.forEach((key, each) -> shown.put(field.name() + "." + key, String.valueOf(each)));
      } else if (value instanceof Collection<?> list) {
        list(field.name(), list, shown);
      } else if (value instanceof Long number) {
        shown.put(field.name(), number(field.name(), number, money, times));
      } else if (value != null) {
        shown.put(field.name(), value.toString());
      }
    }
    return new Shown(shown);
  }

  private static String number(String name, long number, MinorUnit money, TimeWriter times) {
    return switch (WireNumber.of(name)) {
      case AMOUNT -> money.write(number);
      case TIME -> times.of(number);
      case COUNT -> Long.toString(number);
    };
  }

  /** Of evidence the values by name, of items their ids. */
  private static void list(String name, Collection<?> list, Map<String, String> shown) {
    for (Object element : list) {
      if (element instanceof io.kairos.wire.Evidence evidence) {
        shown.put(name + "." + evidence.getName(), evidence.getValue());
      }
    }
    if (name.equals("items")) {
      shown.put(
          name,
          list.stream()
              .map(item -> ((io.kairos.wire.TriggerItem) item).getItem())
              .collect(Collectors.joining(", ")));
    }
  }

  String get(String field) {
    return fields.getOrDefault(field, NOTHING);
  }

  /** Whether a field is as expected: as text, or as a number. */
  boolean is(String field, String expected) {
    return get(field).equals(expected) || sameNumber(get(field), expected);
  }

  private static boolean sameNumber(String one, String other) {
    try {
      return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    } catch (NumberFormatException notBoth) {
      return false;
    }
  }
}
