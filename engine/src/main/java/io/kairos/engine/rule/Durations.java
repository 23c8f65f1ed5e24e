package io.kairos.engine.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as rules write them: 30m, 1h, 3d. */
final class Durations {
  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,9})(s|m|h|d)");

  private Durations() {}

  /**
   * In milliseconds.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static long millis(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no duration. Write a number and s, m, h or d, as in 30m");
    }
    long seconds =
        switch (matcher.group(2)) {
          case "s" -> 1;
          case "m" -> 60;
          case "h" -> 60 * 60;
          default -> 24 * 60 * 60;
        };
    return Long.parseLong(matcher.group(1)) * seconds * 1000;
  }

  /** As rules write it, in the largest unit that fits. */
  static String text(long millis) {
    long seconds = millis / 1000;
    if (seconds % 86_400 == 0 && seconds > 86_400) {
      return seconds / 86_400 + "d";
    } else if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
