package io.kairos.engine.trigger;

import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.Case;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.Run;
import io.kairos.engine.rule.Step;
import io.kairos.engine.segment.Tier;
import io.kairos.engine.segment.TierLadder;
import io.kairos.engine.trigger.Trigger.Cancellation.Reason;
import java.util.List;

/** Fifth stage: makes the trigger of a candidate, ready to go out if delivery lets it. */
public final class TriggerStage {
  private static final Trigger.Manner UNKNOWN_MANNER =
      new Trigger.Manner(Purpose.MARKETING, 0, null, false);

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
    Rule rule = candidate.rule();
    Run run = candidate.run();
    Case.Content content = chosen.content();
    return new Trigger(
        reference(idOf(customerId, run, candidate.step()), customerId, run, candidate.step()),
        new Trigger.Message(
            channel,
            manner(rule, run),
            new Trigger.Content(content.template(), content.offer(), content.values(facts)),
            subject(rule, run, facts)),
        new Trigger.Times(
            run.anchorMillis(),
            candidate.atMillis(),
            candidate.atMillis() + chosen.validForMillis()),
        customer(facts),
        new Explanation(new Amounts(currency), ladder).of(candidate, facts),
        null);
  }

  /**
   * A message that is taken back.
   *
   * @param step id of its step
   * @param way which of the step's cases it was, from 0
   */
  public record Taken(Run run, String step, int way, String channel) {}

  /** Why a message is taken back, and until when it would have been valid, epoch milliseconds. */
  public record Until(Reason reason, long validUntilMillis) {}

  /** The CANCEL of a message; {@code rule} is null where it is no longer known. */
  public Trigger cancel(String customerId, Rule rule, Taken taken, Facts facts, Until until) {
    Run run = taken.run();
    String cancelled = idOf(customerId, run, taken.step());
    return new Trigger(
        reference(Hash.hex128("cancel", cancelled), customerId, run, taken.step()),
        new Trigger.Message(
            taken.channel(),
            rule == null ? UNKNOWN_MANNER : manner(rule, run),
            Trigger.Content.of(template(rule, taken)),
            Trigger.Subject.NONE),
        new Trigger.Times(run.anchorMillis(), facts.nowMillis(), until.validUntilMillis()),
        customer(facts),
        new Trigger.Why("Taken back: " + until.reason().words() + ".", List.of()),
        new Trigger.Cancellation(cancelled, until.reason()));
  }

  private static Trigger.Reference reference(String id, String customerId, Run run, String step) {
    return new Trigger.Reference(id, customerId, run.rule(), run.version(), step, run.occasion());
  }

  private static Trigger.Manner manner(Rule rule, Run run) {
    return new Trigger.Manner(
        rule.manner().purpose(), rule.manner().priority(), rule.variantOf(run), rule.isRehearsed());
  }

  /** An order whose id was too long to be kept has none here: its hash tells nobody anything. */
  private static Trigger.Subject subject(Rule rule, Run run, Facts facts) {
    return switch (rule.scope().per()) {
      case CART -> new Trigger.Subject(facts.profile().cart(), null);
      case ORDER -> new Trigger.Subject(null, run.named() ? run.key() : null);
      default -> Trigger.Subject.NONE;
    };
  }

  private Trigger.Customer customer(Facts facts) {
    return new Trigger.Customer(
        Tier.of(facts.groups().tier()), facts.profile().person().details(), currency);
  }

  private static String template(Rule rule, Taken taken) {
    Step step = rule == null ? null : rule.step(taken.run(), taken.step());
    return step == null || taken.way() >= step.cases().size()
        ? ""
        : step.cases().get(taken.way()).content().template();
  }
}
