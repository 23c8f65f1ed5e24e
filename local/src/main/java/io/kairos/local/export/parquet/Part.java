package io.kairos.local.export.parquet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * One part of the schema, which takes a value apart into its columns. Levels are those of the
 * Dremel paper: the repetition level says at which list a value begins anew, 0 for a new row; the
 * definition level how much of its path is there.
 */
interface Part {

  /** Writes a value that is there. */
  void write(Object value, int repetition, int definition);

  /** Writes that there is none: every column below gets an entry without a value. */
  void missing(int repetition, int definition);

  /** May be null. */
  record Nullable(Part present) implements Part {
    @Override
    public void write(Object value, int repetition, int definition) {
      if (value == null) {
        present.missing(repetition, definition);
      } else {
        present.write(value, repetition, definition + 1);
      }
    }

    @Override
    public void missing(int repetition, int definition) {
      present.missing(repetition, definition);
    }
  }

  /** Parts side by side: the fields of a record, or key and value. */
  record Group(List<Part> parts, BiFunction<Object, Integer, Object> valueOf) implements Part {
    @Override
    public void write(Object value, int repetition, int definition) {
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).write(valueOf.apply(value, i), repetition, definition);
      }
    }

    @Override
    public void missing(int repetition, int definition) {
      parts.forEach(part -> part.missing(repetition, definition));
    }
  }

  /**
   * Any number of elements.
   *
   * @param level the repetition level of all but the first
   */
  record Repeated(Part element, int level) implements Part {
    @Override
    public void write(Object value, int repetition, int definition) {
      Collection<?> elements =
          value instanceof Map<?, ?> map ? sorted(map).entrySet() : (Collection<?>) value;
      if (elements.isEmpty()) {
        missing(repetition, definition);
      }
      int next = repetition;
      for (Object one : elements) {
        element.write(one, next, definition + 1);
        next = level;
      }
    }

    @Override
    public void missing(int repetition, int definition) {
      element.missing(repetition, definition);
    }

    /** By key, so that the same records give the same bytes. */
    private static Map<String, Object> sorted(Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, value) -> sorted.put(key.toString(), value));
      return sorted;
    }
  }
}
