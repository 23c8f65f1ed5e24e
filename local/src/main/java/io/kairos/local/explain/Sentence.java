package io.kairos.local.explain;

import io.kairos.local.view.Line;
import io.kairos.local.view.Style;
import java.util.List;

/**
 * A happening in words.
 *
 * @param mark one character that tells its kind
 * @param details lines below it
 */
record Sentence(char mark, Style style, String text, List<Line.Span> details) {
  static Sentence of(char mark, Style style, String text) {
    return new Sentence(mark, style, text, List.of());
  }
}
