package io.kairos.torture.campaign;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What went wrong, for people. */
final class Trouble {
  private Trouble() {}

  /** The messages of an error and of what it came from, without repeats. */
  static String of(Throwable error) {
    return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
        .map(each -> each.getMessage() == null ? each.toString() : each.getMessage())
        .distinct()
        .collect(Collectors.joining(": "));
  }
}
