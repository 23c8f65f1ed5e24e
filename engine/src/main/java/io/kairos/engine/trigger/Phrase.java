package io.kairos.engine.trigger;

import io.kairos.engine.condition.Comparison;
import io.kairos.engine.condition.Finding;

/**
 * Says a finding in words: {@code orders.count}, 1 and {@code >= 1} as "orders count 1 (at least
 * 1)".
 */
final class Phrase {
  private Phrase() {}

  static String of(Finding finding) {
    return name(finding.subject()) + " " + finding.value() + " (" + demand(finding.demand()) + ")";
  }

  /** A variable's name as words; what is no name stays as it is written. */
  private static String name(String subject) {
    StringBuilder words = new StringBuilder(subject.length() + 8);
    char before = ' ';
    for (int i = 0; i < subject.length(); i++) {
      char letter = subject.charAt(i);
      if (!isLower(letter) && !isUpper(letter) && !isDigit(letter) && letter != '.') {
        return subject;
      }
      boolean begins =
          isLower(before) && (isUpper(letter) || isDigit(letter))
              || isDigit(before) && isUpper(letter);
      words.append(begins ? " " : "").append(letter == '.' ? ' ' : Character.toLowerCase(letter));
      before = letter;
    }
    return words.toString();
  }

  private static boolean isLower(char letter) {
    return letter >= 'a' && letter <= 'z' || letter == '_';
  }

  private static boolean isUpper(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static String demand(String demand) {
    for (Comparison comparison : Comparison.values()) {
      String symbol = comparison.symbol() + " ";
      if (demand.startsWith(symbol)) {
        return comparison.words() + " " + demand.substring(symbol.length());
      }
    }
    return demand;
  }
}
