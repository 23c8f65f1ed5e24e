package io.kairos.engine.delivery;

import io.kairos.engine.rule.Ended;

/** What became of a candidate, and the gate that decided it. */
public enum Fate {
  SENT("send"),
  STOPPED("timing"),
  EXPIRED_ON_ARRIVAL("timing"),
  TOO_MANY_RUNS("timing"),
  RULE_GONE("timing"),
  /** The customer was erased. */
  ERASED("timing"),
  /** Events come too fast for a person: a crawler, or an id that many share. */
  BOT("person"),
  /** A condition of {@code when} did not hold at the release. */
  CONDITION("when"),
  /** None of the cases of {@code send} held at the release. */
  NO_CASE("send"),
  /** No channel of the rule on which the customer allows it. */
  NO_CONSENT("consent"),
  /** The customer allows it but cannot be reached there. */
  UNREACHABLE("consent"),
  /** Too soon after the last for the same key. */
  AGAIN("again"),
  /** Past its validity before it could be handed over. Decided outside the engine. */
  EXPIRED("expiry");

  private final String gate;

  Fate(String gate) {
    this.gate = gate;
  }

  /** The gate as metrics and decisions name it. */
  public String gate() {
    return gate;
  }

  static Fate of(Ended.Why why) {
    return switch (why) {
      case STOPPED -> STOPPED;
      case EXPIRED_ON_ARRIVAL -> EXPIRED_ON_ARRIVAL;
      case TOO_MANY_RUNS -> TOO_MANY_RUNS;
      case RULE_GONE -> RULE_GONE;
      case ERASED -> ERASED;
    };
  }
}
