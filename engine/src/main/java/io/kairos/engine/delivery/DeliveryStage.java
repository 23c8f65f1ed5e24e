package io.kairos.engine.delivery;

import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.Case;
import io.kairos.engine.rule.Ended;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Start;
import io.kairos.engine.rule.Status;
import io.kairos.engine.segment.Tier;
import io.kairos.engine.trigger.Trigger;
import io.kairos.engine.trigger.Trigger.Cancellation.Reason;
import io.kairos.engine.trigger.TriggerStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Last stage: which candidates go out, and which messages are taken back. */
public final class DeliveryStage {
  private final RuleSet set;
  private final TriggerStage triggers;

  public DeliveryStage(RuleSet set, TriggerStage triggers) {
    this.set = set;
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

  /** Until when a candidate waits for the end of quiet hours; its own instant if it does not. */
  public long ringsAt(History history, Candidate candidate, Customer customer) {
    return candidate.rule() == null
        ? candidate.atMillis()
        : Gates.ringsAt(Question.of(candidate, customer, history, set));
  }

  /** Asks the gates of a candidate whose wait is over. */
  public Result decide(History history, Candidate candidate, Customer customer) {
    if (candidate.rule() == null) {
      Verdict gone = new Verdict(Fate.RULE_GONE, candidate.run().rule(), null);
      return new Result(history, decision(candidate, customer.id(), gone), Optional.empty());
    }
    Question question = Question.of(candidate, customer, history, set);
    Optional<Verdict> against = Gates.ask(question);
    if (against.isEmpty()) {
      return sent(question);
    }
    Verdict verdict = against.get();
    boolean usesUp = verdict.fate() == Fate.HELD_OUT && !question.isShadow();
    History after = usesUp ? usedUp(question) : history;
    return new Result(after, decision(candidate, customer.id(), verdict), Optional.empty());
  }

  private Result sent(Question question) {
    Candidate candidate = question.candidate();
    Case chosen = question.chosen().orElseThrow();
    String channel = question.channel(chosen).orElseThrow();
    int way = candidate.message().cases().indexOf(chosen);
    Trigger trigger =
        triggers.send(question.customerId(), candidate, question.facts(), chosen, channel);
    long now = question.now();
    Sent sent =
        new Sent(
            candidate.run().sent(),
            candidate.step(),
            way,
            channel,
            now,
            now + chosen.validForMillis());
    History after = (question.isRehearsed() ? question.history() : usedUp(question)).plus(sent);
    Verdict verdict = new Verdict(Fate.SENT, channel, null);
    Decision decision =
        decision(trigger.reference().id(), candidate, question.customerId(), verdict);
    return new Result(after, decision, Optional.of(trigger));
  }

  /** A message uses up {@code again} and caps, and so does one that is held out. */
  private History usedUp(Question question) {
    long now = question.now();
    History after =
        question
            .history()
            .holdingOff(question.candidate().run(), question.manner().againMillis(), now);
    String channel = question.channel(question.chosen().orElseThrow()).orElseThrow();
    return question.isMarketing() ? after.plus(new Slot(channel, now), set.policy().caps()) : after;
  }

  /** The decision on a message that did not come to its release. */
  public Decision ended(Ended ended, String customerId) {
    Fate fate = Fate.of(ended.why());
    boolean early = ended.candidate().atMillis() < set.policy().audience().liveFromMillis();
    boolean expired = fate == Fate.EXPIRED_ON_ARRIVAL;
    return decision(
        ended.candidate(),
        customerId,
        new Verdict(early && expired ? Fate.NOT_LIVE : fate, ended.by(), null));
  }

  /**
   * What is taken back.
   *
   * @param cancels the cancellations that go out
   */
  public record Cancelled(History history, List<Trigger> cancels) {}

  /** Takes back the messages that what occurred would have stopped, or of a rule withdrawn. */
  public Cancelled cancel(
      History history, List<Occurrence> occurred, boolean activity, Customer customer) {
    History left = history.at(customer.now());
    List<Trigger> cancels = new ArrayList<>();
    List<Sent> valid = left.valid();
    for (int i = 0; i < valid.size(); i++) {
      Sent sent = valid.get(i);
      Optional<Reason> reason = reason(sent, occurred, activity, customer);
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
        .map(sent -> cancellation(sent, Reason.ERASED, customer))
        .toList();
  }

  private Optional<Reason> reason(
      Sent sent, List<Occurrence> occurred, boolean activity, Customer customer) {
    Rule rule = set.book().of(sent.run());
    if (rule == null) {
      return Optional.empty();
    }
    if (set.book().statusOf(sent.run()) == Status.WITHDRAWN) {
      return Optional.of(Reason.WITHDRAWN);
    }
    for (int i = 0; i < occurred.size(); i++) {
      Occurrence occurrence = occurred.get(i);
      boolean stops = rule.stops(sent.run().key(), occurrence, customer.tier());
      boolean breaksSilence =
          activity
              && rule.start() instanceof Start.Silence
              && occurrence.timeMillis() > sent.run().anchorMillis();
      boolean before = occurrence.timeMillis() <= sent.releasedMillis();
      if (before && (stops || breaksSilence)) {
        return Optional.of(Reason.LATE_EVENT);
      }
      if (stops && customer.now() - sent.releasedMillis() <= set.policy().cancelForMillis()) {
        return Optional.of(Reason.STOPPED);
      }
    }
    return Optional.empty();
  }

  private Trigger cancellation(Sent sent, Reason reason, Customer customer) {
    TriggerStage.Taken taken =
        new TriggerStage.Taken(sent.run(), sent.step(), sent.way(), sent.channel());
    return triggers.cancel(
        customer.id(),
        set.book().of(sent.run()),
        taken,
        customer.facts(),
        new TriggerStage.Until(reason, sent.validUntilMillis()));
  }

  private static Decision decision(Candidate candidate, String customerId, Verdict verdict) {
    String id = TriggerStage.idOf(customerId, candidate.run(), candidate.step());
    return decision(id, candidate, customerId, verdict);
  }

  private static Decision decision(
      String id, Candidate candidate, String customerId, Verdict verdict) {
    return new Decision(
        id,
        customerId,
        candidate.run(),
        candidate.step(),
        verdict.fate(),
        verdict.value(),
        verdict.limit(),
        treatment(candidate, verdict),
        candidate.atMillis());
  }

  private static Treatment treatment(Candidate candidate, Verdict verdict) {
    Rule rule = candidate.rule();
    if (rule == null) {
      return Treatment.USUAL;
    }
    var experiment = rule.plan().experiment();
    String name = experiment == null ? null : experiment.name();
    return new Treatment(
        verdict.fate() == Fate.HELD_OUT ? verdict.value() : name,
        rule.variantOf(candidate.run()),
        rule.isRehearsed());
  }
}
