package io.kairos.engine.rule;

import io.kairos.engine.condition.ConditionException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One map of a rule file, with errors that name it. */
record Section(String name, Map<?, ?> keys) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(s|m|h|d)");

  static Section of(String name, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(name + " must be a map of keys");
    }
    return new Section(map.containsKey("id") ? name + " '" + map.get("id") + "'" : name, map);
  }

  IllegalArgumentException wrong(String key, String why) {
    return new IllegalArgumentException(name + ", key '" + key + "': " + why);
  }

  /** Refuses keys that are not among these. */
  void only(String... known) {
    for (Object key : keys.keySet()) {
      if (!Set.of(known).contains(key)) {
        throw wrong(String.valueOf(key), "is not known. Known: " + new TreeSet<>(Set.of(known)));
      }
    }
  }

  boolean has(String key) {
    return keys.get(key) != null;
  }

  String text(String key) {
    if (!has(key)) {
      throw wrong(key, "is missing");
    }
    return text(key, keys.get(key));
  }

  private String text(String key, Object value) {
    if (value == null || value instanceof Map<?, ?> || value instanceof List<?>) {
      throw wrong(key, "must be a text or a number");
    }
    return String.valueOf(value);
  }

  String text(String key, String absent) {
    return has(key) ? text(key) : absent;
  }

  /** A whole number between two others. */
  int number(String key, int absent, int least, int most) {
    String text = text(key, String.valueOf(absent));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notWhole) {
      // Said below: for the writer of the file both mistakes are the same.
    }
    throw wrong(key, "must be a whole number from %d to %d, not '%s'".formatted(least, most, text));
  }

  /** A number between two others. */
  double decimal(String key, double absent, double least, double most) {
    return has(key) ? decimal(key, text(key), least, most) : absent;
  }

  private double decimal(String key, String text, double least, double most) {
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Said below: for the writer of the file both mistakes are the same.
    }
    throw wrong(key, "must be a number from %s to %s, not '%s'".formatted(least, most, text));
  }

  /** A list of numbers, at least 0. */
  List<Double> decimals(String key, List<Double> absent) {
    return has(key)
        ? texts(key).stream().map(text -> decimal(key, text, 0, 1e12)).toList()
        : absent;
  }

  /** The keys, as texts, in the order of the file. */
  List<String> names() {
    return keys.keySet().stream().map(String::valueOf).toList();
  }

  /** What {@code read} makes of the text under a key; its complaint names the key. */
  <T> T read(String key, String text, Function<String, T> read) {
    try {
      return read.apply(text);
    } catch (ConditionException complaint) {
      throw wrong(
          key, "'%s', column %d: %s".formatted(text, complaint.column(), complaint.getMessage()));
    } catch (IllegalArgumentException | ArithmeticException complaint) {
      throw wrong(key, complaint.getMessage());
    }
  }

  /** A single text or a list of them; empty where the key is absent. */
  List<String> texts(String key) {
    if (!has(key)) {
      return List.of();
    }
    return keys.get(key) instanceof List<?> list
        ? list.stream().map(value -> text(key, value)).toList()
        : List.of(text(key));
  }

  boolean isList(String key) {
    return keys.get(key) instanceof List<?>;
  }

  Section section(String key) {
    return has(key)
        ? of(name + ", " + key, keys.get(key))
        : new Section(name + ", " + key, Map.of());
  }

  /** The maps listed under a key, each named by the word for one of them. */
  List<Section> sections(String key, String one) {
    if (!has(key)) {
      return List.of();
    }
    if (!(keys.get(key) instanceof List<?> list)) {
      throw wrong(key, "must be a list");
    }
    return list.stream().map(element -> of(one, element)).toList();
  }

  /** A duration such as 30m, 1h or 3d, in milliseconds. */
  long millis(String key, String absent) {
    String text = text(key, absent);
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw wrong(key, "'" + text + "' is no duration. Write a number and s, m, h or d, as in 30m");
    }
    long seconds =
        switch (matcher.group(2)) {
          case "s" -> 1;
          case "m" -> 60;
          case "h" -> 60 * 60;
          default -> 24 * 60 * 60;
        };
    return Long.parseLong(matcher.group(1)) * seconds * 1000;
  }
}
