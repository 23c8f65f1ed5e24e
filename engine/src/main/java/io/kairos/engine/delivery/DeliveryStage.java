package io.kairos.engine.delivery;

import io.kairos.engine.fact.Facts;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.Case;
import io.kairos.engine.rule.Ended;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Run;
import io.kairos.engine.rule.Start;
import io.kairos.engine.rule.Step;
import io.kairos.engine.segment.Tier;
import io.kairos.engine.trigger.Trigger;
import io.kairos.engine.trigger.Trigger.Cancellation;
import io.kairos.engine.trigger.TriggerStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Last stage: which candidates go out, and which messages are taken back. */
public final class DeliveryStage {
  private final RuleSet rules;
  private final Gates gates;
  private final TriggerStage triggers;

  public DeliveryStage(RuleSet rules, TriggerStage triggers) {
    this.rules = rules;
    this.gates = new Gates(rules.policy());
    this.triggers = triggers;
  }

  /** The customer at the instant of a decision. */
  public record Customer(String id, Facts facts) {
    CustomerProfile profile() {
      return facts.profile();
    }

    Tier tier() {
      return Tier.of(facts.groups().tier());
    }

    long now() {
      return facts.nowMillis();
    }
  }

  /**
   * What the gates come to.
   *
   * @param trigger the message; nothing where it does not go out
   */
  public record Result(History history, Decision decision, Optional<Trigger> trigger) {}

  /** Asks the gates of a candidate whose wait is over. */
  public Result decide(History history, Candidate candidate, Customer customer) {
    if (candidate.rule() == null) {
      Verdict gone = new Verdict(Fate.RULE_GONE, candidate.run().rule(), null);
      return new Result(history, decision(candidate, customer.id(), gone), Optional.empty());
    }
    Optional<Verdict> verdict = gates.ask(candidate, customer.facts(), history);
    if (verdict.isPresent()) {
      return new Result(
          history, decision(candidate, customer.id(), verdict.get()), Optional.empty());
    }
    Case chosen = candidate.message().caseOf(customer.facts()).orElseThrow();
    String channel = gates.channel(chosen, customer.profile().person()).orElseThrow();
    Trigger trigger = triggers.send(customer.id(), candidate, customer.facts(), chosen, channel);
    return new Result(
        history.plus(candidate, channel, chosen.validForMillis()),
        decision(candidate, customer.id(), new Verdict(Fate.SENT, channel, null)),
        Optional.of(trigger));
  }

  /** The decision on a run that ended before its release. */
  public Decision ended(Ended ended, String customerId) {
    return decision(
        ended.candidate(), customerId, new Verdict(Fate.of(ended.why()), ended.by(), null));
  }

  /**
   * What is taken back.
   *
   * @param cancels the cancellations that go out
   */
  public record Cancelled(History history, List<Trigger> cancels) {}

  /** Takes back the messages that what occurred would have stopped. */
  public Cancelled cancel(
      History history, List<Occurrence> occurred, boolean activity, Customer customer) {
    History left = history.at(customer.now());
    List<Trigger> cancels = new ArrayList<>();
    for (Sent sent : left.valid()) {
      Optional<Cancellation.Reason> reason = reason(sent, occurred, activity, customer);
      if (reason.isPresent()) {
        left = left.without(sent);
        cancels.add(cancellation(sent, reason.get(), customer));
      }
    }
    return new Cancelled(left, cancels);
  }

  /** Takes back all that is still valid: the customer is erased. */
  public List<Trigger> erase(History history, Customer customer) {
    return history.valid().stream()
        .filter(sent -> sent.validUntilMillis() > customer.now())
        .map(sent -> cancellation(sent, Cancellation.Reason.ERASED, customer))
        .toList();
  }

  private Optional<Cancellation.Reason> reason(
      Sent sent, List<Occurrence> occurred, boolean activity, Customer customer) {
    Rule rule = rules.rule(sent.run().rule());
    if (rule == null) {
      return Optional.empty();
    }
    for (Occurrence occurrence : occurred) {
      boolean stops = rule.stops(sent.run().key(), occurrence, customer.tier());
      boolean breaksSilence =
          activity
              && rule.start() instanceof Start.Silence
              && occurrence.timeMillis() > sent.run().anchorMillis();
      boolean before = occurrence.timeMillis() <= sent.releasedMillis();
      if (before && (stops || breaksSilence)) {
        return Optional.of(Cancellation.Reason.LATE_EVENT);
      }
      if (stops && customer.now() - sent.releasedMillis() <= rules.policy().cancelForMillis()) {
        return Optional.of(Cancellation.Reason.STOPPED);
      }
    }
    return Optional.empty();
  }

  private Trigger cancellation(Sent sent, Cancellation.Reason reason, Customer customer) {
    Run run = sent.run();
    Rule rule = rules.rule(run.rule());
    String cancelled = TriggerStage.idOf(customer.id(), run, sent.step());
    String id = Hash.hex128("cancel", cancelled);
    return new Trigger(
        new Trigger.Reference(
            id, customer.id(), run.rule(), run.version(), sent.step(), run.occasion()),
        new Trigger.Message(
            sent.channel(),
            rule == null ? 0 : rule.manner().priority(),
            Trigger.Content.of(template(rule, sent)),
            null),
        new Trigger.Times(run.anchorMillis(), customer.now(), sent.validUntilMillis()),
        new Trigger.Customer(
            customer.tier(), customer.profile().person().details(), triggers.currency()),
        new Trigger.Why("Taken back: " + words(reason) + ".", List.of()),
        new Cancellation(cancelled, reason));
  }

  /** Of the first case: which one it was that went out is not kept. */
  private static String template(Rule rule, Sent sent) {
    Step step = rule == null ? null : rule.step(sent.step());
    return step == null ? "" : step.cases().get(0).content().template();
  }

  private static String words(Cancellation.Reason reason) {
    return switch (reason) {
      case STOPPED -> "an event that stops the rule came right after the release";
      case LATE_EVENT -> "an event from before the release arrived after it";
      case ERASED -> "the customer was erased";
    };
  }

  private static Decision decision(Candidate candidate, String customerId, Verdict verdict) {
    return new Decision(
        TriggerStage.idOf(customerId, candidate.run(), candidate.step()),
        customerId,
        candidate.run(),
        candidate.step(),
        verdict.fate(),
        verdict.value(),
        verdict.limit(),
        candidate.atMillis());
  }
}
