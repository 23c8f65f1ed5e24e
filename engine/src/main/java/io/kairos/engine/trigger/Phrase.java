package io.kairos.engine.trigger;

import io.kairos.engine.condition.Comparison;
import io.kairos.engine.condition.Finding;
import java.util.Locale;

/**
 * Says a finding in words: {@code orders.count}, 1 and {@code >= 1} as "orders count 1 (at least
 * 1)".
 */
final class Phrase {
  private Phrase() {}

  static String of(Finding finding) {
    return "%s %s (%s)"
        .formatted(name(finding.subject()), finding.value(), demand(finding.demand()));
  }

  /** A variable's name as words; what is no name stays as it is written. */
  private static String name(String subject) {
    if (!subject.matches("[\\w.]+")) {
      return subject;
    }
    return subject
        .replace('.', ' ')
        .replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
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
