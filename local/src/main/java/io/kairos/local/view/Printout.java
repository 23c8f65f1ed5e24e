package io.kairos.local.view;

import java.io.PrintWriter;

/** Lines one after the other: styled on a terminal, bare text in a pipe or a file. */
public final class Printout {
  /** Wider lines are hard to read. */
  private static final int WIDEST = 120;

  private final PrintWriter out;
  private final Ink ink;
  private final int width;

  private Printout(PrintWriter out, Ink ink, int width) {
    this.out = out;
    this.ink = ink;
    this.width = width;
  }

  /** Finds out what stands behind the output stream. */
  public static Printout to(PrintWriter out) {
    return DemoScreen.isPossible()
        ? new Printout(out, Ink.of(System.getenv("NO_COLOR")), TerminalSize.detect().columns())
        : new Printout(out, Ink.BARE, TerminalSize.FALLBACK.columns());
  }

  /** How many columns a line may take. */
  public int width() {
    return Math.min(width, WIDEST);
  }

  public void print(Line line) {
    out.println(ink.paint(line).stripTrailing());
  }
}
