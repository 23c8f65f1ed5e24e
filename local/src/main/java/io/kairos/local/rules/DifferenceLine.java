package io.kairos.local.rules;

/**
 * One line of a difference.
 *
 * @param kind what it tells
 * @param text without a line end
 */
public record DifferenceLine(Kind kind, String text) {

  /** What a line tells, and how that looks. */
  public enum Kind {
    TITLE("", "1"),
    SAME("    ", ""),
    ADDED("  + ", "32"),
    REMOVED("  - ", "31"),
    REST("", "");

    private final String before;
    private final String code;

    /**
     * @param before what stands before the text
     * @param code SGR parameter of ECMA-48; empty for the terminal's own look
     */
    Kind(String before, String code) {
      this.before = before;
      this.code = code;
    }
  }

  /** Where a line is shown. */
  public enum Paper {
    /** A terminal that shows colours. */
    COLOURED,
    /** Anything else. */
    PLAIN
  }

  /** The line as it is printed. */
  public String on(Paper paper) {
    String line = (kind.before + text).stripTrailing();
    return paper == Paper.PLAIN || kind.code.isEmpty()
        ? line
        : "\033[" + kind.code + "m" + line + "\033[0m";
  }
}
