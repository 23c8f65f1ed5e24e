package io.kairos.engine.delivery;

import io.kairos.engine.rule.Ended;

/** What became of a candidate, and the gate that decided it. */
public enum Fate {
  SENT("send"),
  STOPPED("timing"),
  CANCELLED_WHILE_HELD("timing"),
  EXPIRED_ON_ARRIVAL("timing"),
  /** The instant that it was to be ahead of is not named, was too near, or has come. */
  NO_TIME("timing"),
  TOO_MANY_RUNS("timing"),
  DISPLACED("timing"),
  RULE_GONE("timing"),
  /** The customer was erased. */
  ERASED("timing"),
  /** Due in quiet hours, and its rule does not wait for their end. */
  QUIET_HOURS("timing"),
  /** Its rule is paused, or all are. */
  PAUSED("status"),
  /** Its rule was withdrawn. */
  WITHDRAWN("status"),
  /** Due before the shop went live. */
  NOT_LIVE("status"),
  /** It would have gone out, but its rule only shows what it would do. */
  SHADOW("status"),
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
  /** Too many messages in a rolling window, or too soon after the last one. */
  CAPPED("caps"),
  /** The same because of a message of higher priority at the same instant. */
  OUTRANKED("priority"),
  /** The customer is in the group that gets nothing, for comparison. */
  HELD_OUT("holdout"),
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
    return valueOf(why.name());
  }
}
