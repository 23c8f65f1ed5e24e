package io.kairos.engine;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.cleaning.Repeats;
import io.kairos.engine.delivery.DeliveryStage;
import io.kairos.engine.delivery.DeliveryStage.Customer;
import io.kairos.engine.delivery.History;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.profile.ProfileStage;
import io.kairos.engine.rule.Agenda;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.Ended;
import io.kairos.engine.rule.RuleStage;
import io.kairos.engine.segment.SegmentStage;
import io.kairos.engine.segment.Standing;
import io.kairos.engine.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One customer's way through events and deadlines, from one state to the next. */
final class Course {
  private final CustomerEngine engine;
  private final Outputs out;
  private String customerId;
  private Clock clock;
  private Repeats repeats;
  private CustomerProfile profile;
  private Standing standing;
  private Agenda agenda;
  private History history;

  Course(CustomerEngine engine, CustomerState start, Outputs out) {
    this.engine = engine;
    this.out = out;
    this.customerId = start.customerId();
    this.clock = start.clock();
    this.repeats = start.repeats();
    this.profile = start.profile();
    this.standing = start.standing();
    this.agenda = start.agenda();
    this.history = start.history();
  }

  CustomerState state() {
    return new CustomerState(customerId, clock, repeats, profile, standing, agenda, history);
  }

  void apply(Event event) {
    long now = Math.max(event.positionMillis(), clock.settledMillis() + 1);
    if (now != event.positionMillis()) {
      out.behind(event);
    }
    settle(now - 1);
    Optional<RejectionReason> refusal = refusal(event);
    if (refusal.isPresent()) {
      out.refused(event, refusal.get());
    } else if (event.name() == EventName.ERASE) {
      erase(event, now);
    } else {
      accept(event, now);
    }
  }

  /** Fires every deadline up to and including an instant. */
  void settle(long horizon) {
    long next = nextDeadline();
    while (next <= horizon && next != Long.MAX_VALUE) {
      fire(next);
      next = nextDeadline();
    }
  }

  private long nextDeadline() {
    return engine.nextDeadline(state());
  }

  private Optional<RejectionReason> refusal(Event event) {
    return event.timeMillis() <= clock.erasedMillis()
        ? Optional.of(RejectionReason.ERASED)
        : repeats.check(event);
  }

  private void accept(Event event, long now) {
    customerId = event.customerId();
    repeats = repeats.plus(event);
    CustomerProfile before = profile;
    ProfileStage.Result result = engine.profiles.apply(before, event);
    profile = result.profile();
    List<Occurrence> occurred = new ArrayList<>(result.occurred());
    if (result.moneyMoved()) {
      review(now).ifPresent(occurred::add);
    }
    react(before, occurred, result.activity(), now);
    clock = clock.settled(now - 1).changed(now, engine.publishEveryMillis);
  }

  private Optional<Occurrence> review(long now) {
    SegmentStage.Result review = engine.segments.review(standing, profile, customerId, now);
    standing = review.standing();
    return review.occurred();
  }

  private void react(
      CustomerProfile before, List<Occurrence> occurred, boolean activity, long now) {
    DeliveryStage.Cancelled cancelled =
        engine.delivery.cancel(history, occurred, activity, customer(), now);
    history = cancelled.history();
    cancelled.cancels().forEach(trigger -> send(trigger, now));
    RuleStage.View view = new RuleStage.View(before, profile, standing.tier());
    RuleStage.Result result = engine.rules.apply(agenda, occurred, view, now);
    agenda = result.agenda();
    result.ended().forEach(this::ended);
  }

  private void ended(Ended ended) {
    out.decision(engine.delivery.ended(ended, customerId));
  }

  private void fire(long now) {
    if (standing.reviewAtMillis() <= now) {
      Optional<Occurrence> changed = review(now);
      changed.ifPresent(occurrence -> react(profile, List.of(occurrence), false, now));
      clock = changed.isPresent() ? clock.changed(now, engine.publishEveryMillis) : clock;
    }
    release(now);
    clock = clock.settled(now);
    if (clock.publishAtMillis() <= now) {
      clock = clock.published(now);
      out.profile(engine.snapshot(state(), now));
    }
  }

  private void release(long now) {
    RuleStage.Due due = engine.rules.due(agenda, profile, clock.settledMillis(), now);
    agenda = due.agenda();
    for (Candidate candidate : due.candidates()) {
      DeliveryStage.Result result = engine.delivery.decide(history, candidate, customer());
      history = result.history();
      out.decision(result.decision());
      result.trigger().ifPresent(trigger -> send(trigger, now));
    }
  }

  private void send(Trigger trigger, long now) {
    out.trigger(trigger);
    clock = clock.publishAt(now);
  }

  private void erase(Event event, long now) {
    customerId = event.customerId();
    engine.delivery.erase(history, customer(), now).forEach(out::trigger);
    engine.rules.erase(agenda, now).forEach(this::ended);
    out.erased(customerId);
    CustomerState blank = CustomerState.of(null);
    customerId = null;
    clock = blank.clock().settled(now - 1).erased(now);
    repeats = blank.repeats();
    profile = blank.profile();
    standing = blank.standing();
    agenda = blank.agenda();
    history = blank.history();
  }

  private Customer customer() {
    return new Customer(customerId, profile, standing);
  }
}
