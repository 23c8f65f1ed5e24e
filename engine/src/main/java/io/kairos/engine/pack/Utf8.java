package io.kairos.engine.pack;

import java.nio.charset.StandardCharsets;

/** Texts measured as state holds them. */
public final class Utf8 {
  private Utf8() {}

  /** How many bytes a text takes. */
  public static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** As many whole characters from the front as fit into so many bytes. */
  public static String cut(String text, int mostBytes) {
    String cut = text;
    while (length(cut) > mostBytes) {
      int over = Math.max(1, (length(cut) - mostBytes) / 4);
      int end = Math.max(0, cut.length() - over);
      boolean splits = end > 0 && Character.isHighSurrogate(cut.charAt(end - 1));
      cut = cut.substring(0, splits ? end - 1 : end);
    }
    return cut;
  }
}
