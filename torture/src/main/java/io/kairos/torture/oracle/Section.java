package io.kairos.torture.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A map of the rule file. Each key is taken once; one that nobody took is refused. */
final class Section {
  private static final Pattern DURATION = Pattern.compile("([0-9]+)([smhd])");
  private static final Map<String, Long> UNITS =
      Map.of("s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

  private final String title;
  private final Map<String, Object> left = new HashMap<>();

  Section(String title, Object map) {
    this.title = title;
    if (!(map instanceof Map<?, ?> keys)) {
      throw new NotCovered(title + " that is no map");
    }
    keys.forEach((key, value) -> left.put(key.toString(), value));
  }

  /** Whether the key is there and was not taken. */
  boolean has(String key) {
    return left.containsKey(key);
  }

  String text(String key, String otherwise) {
    Object value = left.remove(key);
    return value == null ? otherwise : value.toString();
  }

  String text(String key) {
    String value = text(key, null);
    if (value == null) {
      throw new NotCovered(title + " without " + key);
    }
    return value;
  }

  int number(String key, int otherwise) {
    return Integer.parseInt(text(key, Integer.toString(otherwise)));
  }

  /** Milliseconds; 0 where it is left out. */
  long duration(String key) {
    return millis(text(key, "0s"));
  }

  static long millis(String written) {
    Matcher form = DURATION.matcher(written);
    if (!form.matches()) {
      throw new NotCovered("the duration " + written);
    }
    return Long.parseLong(form.group(1)) * UNITS.get(form.group(2));
  }

  /** One or several; none where it is left out. */
  List<Object> list(String key) {
    Object value = left.remove(key);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> several ? List.copyOf(several) : List.of(value);
  }

  List<String> texts(String key) {
    return list(key).stream().map(Object::toString).toList();
  }

  Set<EventName> events(String key) {
    return texts(key).stream().map(EventName::of).collect(Collectors.toUnmodifiableSet());
  }

  List<Demand> demands(String key) {
    return texts(key).stream().map(Demand::parse).toList();
  }

  /** At most one condition; null for none. */
  Demand demand(String key) {
    String written = text(key, null);
    return written == null ? null : Demand.parse(written);
  }

  <T> List<T> sections(String key, Function<Section, T> reading) {
    return list(key).stream().map(value -> read(key, value, reading)).toList();
  }

  /** A map of texts; empty where it is left out. */
  Map<String, String> map(String key) {
    Object value = left.remove(key);
    if (value == null) {
      return Map.of();
    }
    Section inner = new Section(title + "." + key, value);
    return inner.left.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().toString()));
  }

  /** What a map says, all of it. */
  static <T> T read(String title, Object map, Function<Section, T> reading) {
    Section section = new Section(title, map);
    T read = reading.apply(section);
    if (!section.left.isEmpty()) {
      throw new NotCovered("the keys " + section.left.keySet() + " of " + title);
    }
    return read;
  }
}
