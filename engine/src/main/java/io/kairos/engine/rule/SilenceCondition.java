package io.kairos.engine.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the one condition that {@code becomes} knows so far: {@code activity.idleDays >= 30}. */
final class SilenceCondition {
  private static final Pattern SYNTAX =
      Pattern.compile("\\s*activity\\.idleDays\\s*>=\\s*(\\d{1,4})\\s*");
  private static final long DAY_MILLIS = 24 * 60 * 60 * 1000L;

  private SilenceCondition() {}

  /** Whether a text is such a condition. */
  static boolean is(String text) {
    return SYNTAX.matcher(text).matches();
  }

  /** How long the silence lasts, in milliseconds. */
  static long millis(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is nothing that can become true. Write activity.idleDays >= <days>");
    }
    return Long.parseLong(matcher.group(1)) * DAY_MILLIS;
  }
}
