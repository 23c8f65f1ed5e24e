package io.kairos.local.explain;

import io.kairos.engine.condition.Finding;
import io.kairos.engine.condition.Truth;
import java.util.Optional;

/**
 * One comparison of a condition and what it came to.
 *
 * @param subject what was asked
 * @param value what it was
 * @param demand what it was held against: {@code >= 50}
 * @param missing by how much it failed, as "8.00 short"; null where it held, or that is no number
 */
record Asked(String subject, String value, String demand, Truth truth, String missing) {
  private static final String IS = " = ";

  static Asked of(Finding finding) {
    String missing =
        finding.truth() == Truth.FAILS
            ? Shortfall.of(finding.value(), finding.demand()).orElse(null)
            : null;
    return new Asked(
        finding.subject(), finding.value(), finding.demand(), finding.truth(), missing);
  }

  /** The comparison that a verdict of the gate of conditions tells of. */
  static Optional<Asked> of(Verdict verdict) {
    if (verdict.value() == null || !verdict.value().contains(IS)) {
      return Optional.empty();
    }
    int end = verdict.value().lastIndexOf(IS);
    String value = verdict.value().substring(end + IS.length());
    Truth truth = value.equals(Truth.UNKNOWN.toString()) ? Truth.UNKNOWN : Truth.FAILS;
    String demand = verdict.limit() == null ? "" : verdict.limit();
    return Optional.of(of(new Finding(verdict.value().substring(0, end), value, demand, truth)));
  }

  boolean holds() {
    return truth.holds();
  }

  /** For a page: {@code cart.value 42.00, needs >= 50.00: 8.00 short}. */
  String words() {
    String asked = "%s %s, needs %s".formatted(subject, value, demand);
    return missing != null ? asked + ": " + missing : holds() ? asked + ": holds" : asked;
  }
}
