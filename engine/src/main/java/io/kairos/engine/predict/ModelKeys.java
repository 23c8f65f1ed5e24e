package io.kairos.engine.predict;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** One map of a model file, with errors that name map and key. */
record ModelKeys(String name, Map<?, ?> values) {

  static ModelKeys of(String name, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(name + " must be a map of keys");
    }
    return new ModelKeys(name, map);
  }

  /** Refuses keys that are not among these. */
  void only(String... known) {
    for (Object key : values.keySet()) {
      if (!Arrays.asList(known).contains(key)) {
        throw wrong(String.valueOf(key), "is not known. Known: " + new TreeSet<>(Set.of(known)));
      }
    }
  }

  ModelKeys keys(String key) {
    return of(name + ", " + key, value(key));
  }

  String text(String key) {
    Object value = value(key);
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      throw wrong(key, "must be a text or a number");
    }
    return String.valueOf(value);
  }

  double number(String key) {
    String text = text(key);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      throw wrong(key, "must be a number, not '" + text + "'");
    }
  }

  /** What {@code make} makes of the values; its complaint, which names the key, names the map. */
  <T> T made(Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException complaint) {
      throw new IllegalArgumentException(name + ": " + complaint.getMessage(), complaint);
    }
  }

  private Object value(String key) {
    if (values.get(key) == null) {
      throw wrong(key, "is missing");
    }
    return values.get(key);
  }

  private IllegalArgumentException wrong(String key, String why) {
    return new IllegalArgumentException(name + ", key '" + key + "': " + why);
  }
}
