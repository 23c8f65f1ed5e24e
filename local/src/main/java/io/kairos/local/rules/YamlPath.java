package io.kairos.local.rules;

import java.util.List;

/**
 * The way to a part of a YAML document that stays the same where lines move.
 *
 * @param steps keys of maps; elements of lists in brackets, by their id or else their index
 * @param side whether it leads to the last key, or to what stands under it
 * @param within how many characters into a text of one line
 */
record YamlPath(List<String> steps, Side side, int within) {
  YamlPath {
    steps = List.copyOf(steps);
  }

  /** An entry of a map has two. */
  enum Side {
    KEY,
    VALUE
  }
}
