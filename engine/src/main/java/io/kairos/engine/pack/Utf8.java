package io.kairos.engine.pack;

/** Texts measured as state holds them. */
public final class Utf8 {
  private Utf8() {}

  /** How many bytes a text takes; half of a surrogate pair is written as a question mark. */
  public static int length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter < 0x80) {
        bytes++;
      } else if (letter < 0x800) {
        bytes += 2;
      } else if (!Character.isSurrogate(letter)) {
        bytes += 3;
      } else if (isPair(text, i)) {
        bytes += 4;
        i++;
      } else {
        bytes++;
      }
    }
    return bytes;
  }

  private static boolean isPair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }

  /** Whether a text takes no more than so many bytes. */
  public static boolean fits(String text, int mostBytes) {
    return 3 * text.length() <= mostBytes || length(text) <= mostBytes;
  }

  /** As many whole characters from the front as fit into so many bytes. */
  public static String cut(String text, int mostBytes) {
    String cut = text;
    while (!fits(cut, mostBytes)) {
      int over = Math.max(1, (length(cut) - mostBytes) / 4);
      int end = Math.max(0, cut.length() - over);
      boolean splits = end > 0 && Character.isHighSurrogate(cut.charAt(end - 1));
      cut = cut.substring(0, splits ? end - 1 : end);
    }
    return cut;
  }
}
