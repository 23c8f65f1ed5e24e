package io.kairos.flink.config;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;

/** The keys of all options, found where they are declared, so that none is listed twice. */
final class KnownOptions {
  static final SortedSet<String> KEYS =
      Arrays.stream(KairosOptions.class.getFields())
          .filter(field -> field.getType() == ConfigOption.class)
          .map(KnownOptions::key)
          .collect(Collectors.toCollection(TreeSet::new));

  private KnownOptions() {}

  private static String key(Field field) {
    try {
      return ((ConfigOption<?>) field.get(null)).key();
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
