package io.kairos.local.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All that is wrong with a file, so that its writer hears it at once. */
final class Mistakes {
  private final List<Mistake> found = new ArrayList<>();

  /** What is read; empty where it is wrong. */
  <T> Optional<T> collect(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (Mistake mistake) {
      found.add(mistake);
      return Optional.empty();
    }
  }

  void add(Mistake mistake) {
    found.add(mistake);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Mistake> found() {
    return List.copyOf(found);
  }
}
