package io.kairos.local.doctor;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Settings of a topic or a broker, by key. */
record Settings(Map<String, String> values) {

  Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Empty where there is none, or it is no number. */
  OptionalLong number(String key) {
    try {
      return values.containsKey(key)
          ? OptionalLong.of(Long.parseLong(values.get(key)))
          : OptionalLong.empty();
    } catch (NumberFormatException word) {
      return OptionalLong.empty();
    }
  }
}
