package io.kairos.local.export.parquet;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in the schema something stands.
 *
 * @param path the names from the outermost field inwards
 * @param repetitions how many lists or maps it is in
 * @param definitions how many of the things on the path may be missing, lists and maps included
 */
record Place(List<String> path, int repetitions, int definitions) {
  static final Place ROOT = new Place(List.of(), 0, 0);

  Place {
    path = List.copyOf(path);
  }

  /** In a field of it that is always there. */
  Place in(String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return new Place(longer, repetitions, definitions);
  }

  /** The same place if it may be missing. */
  Place optional() {
    return new Place(path, repetitions, definitions + 1);
  }

  /** The same place if it may be there any number of times. */
  Place repeated() {
    return new Place(path, repetitions + 1, definitions + 1);
  }
}
