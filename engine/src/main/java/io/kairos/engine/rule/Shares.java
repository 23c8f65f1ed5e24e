package io.kairos.engine.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shares as rules write them: 5%. */
final class Shares {
  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)\\s*%");

  private Shares() {}

  /**
   * From 0 to 1.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static double of(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    double percent = matcher.matches() ? Double.parseDouble(matcher.group(1)) : -1;
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException(
          "'" + text + "' is no share. Write percent from 0% to 100%, as in 5%");
    }
    return percent / 100;
  }
}
