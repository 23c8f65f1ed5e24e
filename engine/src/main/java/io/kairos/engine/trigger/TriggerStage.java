package io.kairos.engine.trigger;

import io.kairos.engine.fact.Facts;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.Case;
import io.kairos.engine.rule.Per;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.Run;
import io.kairos.engine.segment.Tier;
import io.kairos.engine.segment.TierLadder;

/** Fifth stage: makes the trigger of a candidate, ready to go out if delivery lets it. */
public final class TriggerStage {
  private final String currency;
  private final TierLadder ladder;

  public TriggerStage(String currency, TierLadder ladder) {
    this.currency = currency;
    this.ladder = ladder;
  }

  public String currency() {
    return currency;
  }

  /**
   * The id of the message of a run's step: nothing from a clock in it, and not the rule's version.
   */
  public static String idOf(String customerId, Run run, String step) {
    return Hash.hex128(customerId, run.rule(), step, run.occasion());
  }

  /** The SEND of a candidate whose channel delivery has found. */
  public Trigger send(
      String customerId, Candidate candidate, Facts facts, Case chosen, String channel) {
    CustomerProfile profile = facts.profile();
    Rule rule = candidate.rule();
    Run run = candidate.run();
    boolean aboutCart = rule.scope().per() == Per.CART;
    Case.Content content = chosen.content();
    return new Trigger(
        new Trigger.Reference(
            idOf(customerId, run, candidate.step()),
            customerId,
            rule.id(),
            run.version(),
            candidate.step(),
            run.occasion()),
        new Trigger.Message(
            channel,
            rule.manner().priority(),
            new Trigger.Content(content.template(), content.offer(), content.values(facts)),
            aboutCart ? profile.cart() : null),
        new Trigger.Times(
            run.anchorMillis(),
            candidate.atMillis(),
            candidate.atMillis() + chosen.validForMillis()),
        new Trigger.Customer(Tier.of(facts.groups().tier()), profile.person().details(), currency),
        new Explanation(new Amounts(currency), ladder).of(candidate, facts),
        null);
  }
}
