package io.kairos.local.backtest;

import io.kairos.local.view.Columns;
import io.kairos.local.view.DemoScreen;
import io.kairos.local.view.TerminalSize;
import io.kairos.local.view.Wrapped;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report is drawn on.
 *
 * @param width columns, at least 20
 * @param bars what its charts are drawn with
 */
public record Canvas(int width, Bars bars) {

  /** A pipe or a file: a usual width, and no characters that it may not take. */
  public static final Canvas PLAIN = new Canvas(TerminalSize.FALLBACK.columns(), Bars.PLAIN);

  /** The terminal, if the output is one. */
  public static Canvas ofTerminal() {
    if (!DemoScreen.isPossible()) {
      return PLAIN;
    }
    boolean blocks = Charset.defaultCharset().newEncoder().canEncode(Bars.BLOCKS.full());
    return new Canvas(TerminalSize.detect().columns(), blocks ? Bars.BLOCKS : Bars.PLAIN);
  }

  /** A text behind an indent, broken between words where it is longer than the canvas is wide. */
  List<String> wrapped(String indent, String text) {
    return wrapped(indent, indent, text);
  }

  /** The same with another start of the first line. */
  List<String> wrapped(String first, String indent, String text) {
    int room = Math.max(20, width - indent.length());
    List<String> lines = new ArrayList<>();
    for (String row : Wrapped.rows(Columns.harmless(text), room, Integer.MAX_VALUE)) {
      lines.add((lines.isEmpty() ? first : indent) + row);
    }
    return lines;
  }
}
