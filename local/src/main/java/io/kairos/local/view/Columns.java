package io.kairos.local.view;

/** How many columns of a terminal a text takes. East Asian characters take two. */
public final class Columns {
  private static final String ELLIPSIS = "…";

  private Columns() {}

  public static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /** The same text without characters that could drive the terminal: they become blanks. */
  public static String harmless(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
  }

  /** The same of a text of several lines, which keep their ends and their tabs. */
  public static String harmlessLines(String text) {
    return text.replaceAll("\r(?!\n)|[\\p{Cc}\\p{Cf}&&[^\r\n\t]]", " ");
  }

  /** The text, or as much of it as fits before an ellipsis. */
  public static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int left = width - 1;
    for (int codePoint : text.codePoints().toArray()) {
      left -= width(codePoint);
      if (left < 0) {
        break;
      }
      kept.appendCodePoint(codePoint);
    }
    return width < 1 ? "" : kept + ELLIPSIS;
  }

  private static int width(int codePoint) {
    return isWide(codePoint) ? 2 : 1;
  }

  /** The wide blocks of Unicode's EastAsianWidth that names and texts come from. */
  private static boolean isWide(int codePoint) {
    return within(codePoint, 0x1100, 0x115F)
        || within(codePoint, 0x2E80, 0xA4CF)
        || within(codePoint, 0xAC00, 0xD7A3)
        || within(codePoint, 0xF900, 0xFAFF)
        || within(codePoint, 0xFE30, 0xFE6F)
        || within(codePoint, 0xFF00, 0xFF60)
        || within(codePoint, 0x1F300, 0x1FAFF)
        || within(codePoint, 0x20000, 0x3FFFD);
  }

  private static boolean within(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
