package io.kairos.local.rules;

import java.util.Optional;

/**
 * What is wrong with a file, and where.
 *
 * @param severity how bad it is
 * @param line from 1; 0 for unknown
 * @param column from 1, in characters; 0 for unknown
 * @param message what is wrong, in one line
 * @param hint what to do; empty where the message says it
 */
public record Fault(
    Severity severity, int line, int column, String message, Optional<String> hint) {

  static Fault error(int line, int column, String message) {
    return new Fault(Severity.ERROR, line, column, message, Optional.empty());
  }

  static Fault warning(YamlTree.Place place, String message) {
    return new Fault(Severity.WARNING, place.line(), place.column(), message, Optional.empty());
  }

  /** The same at another place. */
  Fault at(YamlTree.Place place) {
    return new Fault(severity, place.line(), place.column(), message, hint);
  }

  /** The same with a word on what to do. */
  Fault hinting(String what) {
    return new Fault(severity, line, column, message, Optional.of(what));
  }

  /** The same without a place, and with words before the message. */
  Fault elsewhere(String where) {
    return new Fault(severity, 0, 0, where + message, hint);
  }
}
