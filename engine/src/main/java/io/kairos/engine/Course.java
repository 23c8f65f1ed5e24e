package io.kairos.engine;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.cleaning.Repeats;
import io.kairos.engine.delivery.DeliveryStage;
import io.kairos.engine.delivery.DeliveryStage.Customer;
import io.kairos.engine.delivery.History;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.Calendar;
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
  private long spreadMillis = -1;

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
        : event instanceof OrderStatus order
            ? profile.orders().refusal(order)
            : repeats.check(event);
  }

  private void accept(Event event, long now) {
    customerId = event.customerId();
    repeats = event instanceof OrderStatus ? repeats : repeats.plus(event);
    CustomerProfile before = profile;
    ProfileStage.Result result = engine.profiles.apply(before, event, calendar());
    profile = result.profile();
    List<Occurrence> occurred = new ArrayList<>(result.occurred());
    occurred.addAll(review(now));
    react(before, occurred, result.activity(), now);
    clock = clock.settled(now - 1).changed(now, engine.publishEveryMillis);
    profile = Diet.fitted(state());
  }

  private List<Occurrence> review(long now) {
    SegmentStage.Result review = engine.segments.review(standing, facts(now));
    standing = review.standing();
    return review.occurred();
  }

  private Facts facts(long now) {
    return new Facts(profile, standing, engine.lens(calendar()), now, null);
  }

  private Calendar calendar() {
    if (spreadMillis < 0) {
      spreadMillis = Calendar.spreadOf(customerId);
    }
    return engine.calendar(profile, spreadMillis);
  }

  private void react(
      CustomerProfile before, List<Occurrence> occurred, boolean activity, long now) {
    DeliveryStage.Cancelled cancelled =
        engine.delivery.cancel(history, occurred, activity, customer(now));
    history = cancelled.history();
    cancelled.cancels().forEach(trigger -> send(trigger, now));
    RuleStage.View view = new RuleStage.View(before, facts(now), standing.rank());
    RuleStage.Result result = engine.rules.apply(agenda, occurred, view, now);
    agenda = result.agenda();
    result.ended().forEach(this::ended);
  }

  private void ended(Ended ended) {
    out.decision(engine.delivery.ended(ended, customerId));
  }

  private void fire(long now) {
    if (standing.checkAtMillis() <= now) {
      List<Occurrence> changed = review(now);
      if (!changed.isEmpty()) {
        react(profile, changed, false, now);
        clock = clock.changed(now, engine.publishEveryMillis);
      }
    }
    if (agenda.checkAtMillis() <= now) {
      react(profile, List.of(), false, now);
    }
    release(now);
    clock = clock.settled(now);
    profile = Diet.fitted(state());
    if (clock.publishAtMillis() <= now) {
      clock = clock.published(now);
      out.profile(engine.snapshot(state(), now));
    }
  }

  private void release(long now) {
    RuleStage.Due due = engine.rules.due(agenda, profile, clock.settledMillis(), now);
    agenda = due.agenda();
    for (Candidate candidate : due.candidates()) {
      DeliveryStage.Result result = engine.delivery.decide(history, candidate, customer(now));
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
    engine.delivery.erase(history, customer(now)).forEach(out::trigger);
    engine.rules.erase(agenda, now).forEach(this::ended);
    out.erased(customerId);
    CustomerState blank = CustomerState.of(null);
    customerId = null;
    spreadMillis = -1;
    clock = blank.clock().settled(now - 1).erased(now);
    repeats = blank.repeats();
    profile = blank.profile();
    standing = blank.standing();
    agenda = blank.agenda();
    history = blank.history();
  }

  private Customer customer(long now) {
    return new Customer(customerId, facts(now));
  }
}
