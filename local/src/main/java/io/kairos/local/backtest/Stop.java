package io.kairos.local.backtest;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;

/**
 * What stopped candidates: a gate, by its fate, and what it named.
 *
 * @param detail the event, condition, channels or cap; empty where it is of one customer only
 */
public record Stop(Fate fate, String detail) {
  static final String CAPS = "caps";

  static Stop of(Decision decision) {
    return new Stop(decision.fate(), detail(decision));
  }

  public String gate() {
    return fate.gate();
  }

  public boolean isCap() {
    return gate().equals(CAPS);
  }

  /** Only what is the same for many customers: there are few of them, whatever the input. */
  private static String detail(Decision decision) {
    String value = decision.value() == null ? "" : decision.value();
    String limit = decision.limit() == null ? "" : decision.limit();
    return switch (decision.fate().gate()) {
      case "timing", "consent" -> value;
      case "when" -> (value.replaceFirst(" = .*", "") + " " + limit).strip();
      case CAPS, "priority" -> limit;
      default -> "";
    };
  }

  /** What it named, or its reason where it named nothing. */
  String named() {
    return detail.isEmpty() ? fate.name() : detail;
  }

  @Override
  public String toString() {
    return gate() + ": " + fate + (detail.isEmpty() ? "" : ", " + detail);
  }
}
