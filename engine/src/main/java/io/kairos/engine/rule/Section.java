package io.kairos.engine.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    return String.valueOf(keys.get(key));
  }

  String text(String key, String absent) {
    return has(key) ? text(key) : absent;
  }

  long number(String key, long absent) {
    try {
      return has(key) ? Long.parseLong(text(key)) : absent;
    } catch (NumberFormatException notWhole) {
      throw wrong(key, "must be a whole number, not '" + text(key) + "'");
    }
  }

  /** A single text or a list of them; empty where the key is absent. */
  List<String> texts(String key) {
    if (!has(key)) {
      return List.of();
    }
    return keys.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(text(key));
  }

  Section section(String key) {
    return has(key)
        ? of(name + ", " + key, keys.get(key))
        : new Section(name + ", " + key, Map.of());
  }

  List<Section> sections(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!(keys.get(key) instanceof List<?> list)) {
      throw wrong(key, "must be a list");
    }
    return list.stream().map(element -> of(key, element)).toList();
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
