package io.kairos.engine;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.cleaning.Repeats;
import io.kairos.engine.delivery.DeliveryStage;
import io.kairos.engine.delivery.DeliveryStage.Customer;
import io.kairos.engine.delivery.History;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.fact.About;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Lens;
import io.kairos.engine.fact.Parts;
import io.kairos.engine.pack.Reading;
import io.kairos.engine.profile.Calendar;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.profile.Person;
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
import java.util.function.LongSupplier;

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
  private Reading reading;
  private final LongSupplier spread = this::spread;
  private long spreadMillis = -1;

  /** When a message is due next, or inactivity long enough, as {@link #nextDeadline} found it. */
  private long releaseAtMillis;

  private Facts facts;
  private Lens lens;
  private Stages lensOf;
  private Person lensFor;

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
    this.reading = start.reading();
  }

  CustomerState state() {
    return new CustomerState(
        customerId, clock, repeats, profile, standing, agenda, history, reading);
  }

  void apply(Event event) {
    long now = Math.max(event.positionMillis(), clock.settledMillis() + 1);
    if (now != event.positionMillis()) {
      out.behind(event);
    }
    settle(now - 1);
    long identity = Repeats.identity(event);
    Optional<RejectionReason> refusal = refusal(event, identity);
    if (refusal.isPresent()) {
      out.refused(event, refusal.get());
    } else if (event.name() == EventName.ERASE) {
      erase(event, now);
    } else {
      accept(event, identity, now);
    }
  }

  /** Fires every deadline up to and including an instant; the next one after it. */
  long settle(long horizon) {
    long next = nextDeadline();
    while (next <= horizon && next != Long.MAX_VALUE) {
      fire(next);
      next = nextDeadline();
    }
    return next;
  }

  /** The next instant at which something is due; {@link Long#MAX_VALUE} for never. */
  long nextDeadline() {
    if (customerId == null) {
      return Long.MAX_VALUE;
    }
    long settled = clock.settledMillis();
    long next = Math.min(clock.publishAtMillis(), standing.checkAtMillis());
    next = Math.min(next, engine.turnOf(settled, spread));
    releaseAtMillis = engine.at(settled).rules().nextRelease(agenda, profile, settled);
    next = Math.min(next, releaseAtMillis);
    long silence = engine.nextSilence(profile.activity(), settled, spread, next);
    releaseAtMillis = Math.min(releaseAtMillis, silence);
    return Math.min(next, silence);
  }

  /** An erasure that was applied is known by its instant, so one from after it is no repeat. */
  private Optional<RejectionReason> refusal(Event event, long identity) {
    if (event.timeMillis() <= clock.erasedMillis()) {
      return Optional.of(RejectionReason.ERASED);
    }
    if (event.name() == EventName.ERASE) {
      return Optional.empty();
    }
    return event instanceof OrderStatus order
        ? profile.orders().refusal(order)
        : repeats.check(event, identity);
  }

  private void accept(Event event, long identity, long now) {
    customerId = event.customerId();
    repeats = event instanceof OrderStatus ? repeats : repeats.plus(event, identity);
    Facts earlier = facts(now - 1);
    ProfileStage.Result result =
        engine.at(now).profiles().apply(profile, event, lens(now).calendar());
    profile = result.profile();
    react(earlier, both(result.occurred(), reviewAfter(earlier, now)), result.activity(), now);
    clock = engine.looked(clock.applied(now, engine.publishEveryMillis));
    fit();
  }

  /** What an event's review comes to: only what it can have changed is looked at. */
  private List<Occurrence> reviewAfter(Facts earlier, long now) {
    if (standing == Standing.NEW || engine.isAnew(clock, now)) {
      return review(now);
    }
    int changed = Parts.changed(earlier.profile(), profile, now);
    return reviewed(engine.at(now).segments().reviewAfter(standing, facts(now), changed));
  }

  private List<Occurrence> review(long now) {
    return reviewed(engine.at(now).segments().review(standing, facts(now)));
  }

  private List<Occurrence> reviewed(SegmentStage.Result review) {
    standing = review.standing();
    return review.occurred();
  }

  private static List<Occurrence> both(List<Occurrence> first, List<Occurrence> second) {
    if (second.isEmpty()) {
      return first;
    }
    List<Occurrence> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  /** Kept while nothing changed, since it remembers what it was asked. */
  private Facts facts(long now) {
    if (facts == null
        || facts.nowMillis() != now
        || facts.profile() != profile
        || facts.groups() != standing
        || facts.lens() != lens(now)) {
      facts = new Facts(profile, standing, lens(now), now, About.NOTHING);
    }
    return facts;
  }

  /** Kept while neither the rules nor the person changed. */
  private Lens lens(long now) {
    Stages stages = engine.at(now);
    if (stages != lensOf || profile.person() != lensFor) {
      lens = stages.lens().through(engine.calendar(profile.person(), spread()));
      lensOf = stages;
      lensFor = profile.person();
    }
    return lens;
  }

  /** The profile as of an instant, epoch milliseconds. */
  Snapshot snapshot(long asOfMillis) {
    return new Snapshot(customerId, facts(asOfMillis), standing, agenda.open());
  }

  private long spread() {
    if (spreadMillis < 0) {
      spreadMillis = Calendar.spreadOf(customerId);
    }
    return spreadMillis;
  }

  private void react(Facts earlier, List<Occurrence> occurred, boolean activity, long now) {
    cancel(occurred, activity, now);
    take(engine.at(now).rules().apply(agenda, occurred, view(earlier, now)), now);
  }

  private void cancel(List<Occurrence> occurred, boolean activity, long now) {
    if (history.isSettled()) {
      return;
    }
    DeliveryStage.Cancelled cancelled =
        engine.at(now).delivery().cancel(history, occurred, activity, customer(now));
    history = cancelled.history();
    cancelled.cancels().forEach(trigger -> send(trigger, now));
  }

  private RuleStage.View view(Facts earlier, long now) {
    return new RuleStage.View(
        customerId, facts(now), earlier, clock.settledMillis(), engine.isRefiled(clock));
  }

  private void take(RuleStage.Result result, long now) {
    agenda = result.agenda();
    List<Ended> ended = result.ended();
    for (int i = 0; i < ended.size(); i++) {
      ended(ended.get(i), now);
    }
  }

  private void ended(Ended ended, long now) {
    out.decision(engine.at(now).delivery().ended(ended, customerId));
  }

  private void fire(long now) {
    boolean turn = engine.isTurn(clock, now);
    Standing stood = standing;
    Agenda waited = agenda;
    History sent = history;
    if (turn || standing.checkAtMillis() <= now) {
      Facts earlier = facts(now);
      List<Occurrence> changed = review(now);
      if (!changed.isEmpty()) {
        react(earlier, changed, false, now);
        clock = clock.changed(now, engine.publishEveryMillis);
      }
    }
    if (turn || agenda.checkAtMillis() <= now) {
      cancel(List.of(), false, now);
      take(engine.at(now).rules().wake(agenda, view(facts(now), now)), now);
    }
    boolean anew = engine.isAnew(clock, now);
    if (anew || releaseAtMillis <= now || standing != stood || agenda != waited) {
      release(now);
    }
    clock = engine.looked(clock.settled(now));
    if (standing != stood || agenda != waited || history != sent) {
      fit();
    }
    if (clock.publishAtMillis() <= now) {
      clock = clock.published(now);
      if (engine.publishes()) {
        out.profile(snapshot(now));
      }
    }
  }

  private void fit() {
    if (!Diet.isSmall(profile, standing, agenda, history)) {
      profile = Diet.fitted(state());
    }
  }

  private void release(long now) {
    Stages stages = engine.at(now);
    RuleStage.Due due = stages.rules().due(agenda, view(facts(now), now));
    take(due.begun(), now);
    List<Candidate> candidates = due.candidates();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      long rings = stages.delivery().ringsAt(history, candidate, customer(now));
      if (rings > now) {
        out.held(candidate);
        take(stages.rules().held(agenda, candidate, rings), now);
      } else {
        decide(candidate, now);
      }
    }
  }

  private void decide(Candidate candidate, long now) {
    Stages stages = engine.at(now);
    DeliveryStage.Result result = stages.delivery().decide(history, candidate, customer(now));
    history = result.history();
    agenda = stages.rules().decided(agenda, candidate);
    out.decision(result.decision());
    result.trigger().ifPresent(trigger -> send(trigger, now));
  }

  private void send(Trigger trigger, long now) {
    out.trigger(trigger);
    clock = engine.publishes() ? clock.publishAt(now) : clock;
  }

  private void erase(Event event, long now) {
    customerId = event.customerId();
    engine.at(now).delivery().erase(history, customer(now)).forEach(out::trigger);
    engine.at(now).rules().erase(agenda, now).forEach(ended -> ended(ended, now));
    out.erased(customerId);
    CustomerState blank = CustomerState.of(null);
    customerId = null;
    spreadMillis = -1;
    lensOf = null;
    clock = blank.clock().settled(now - 1).erased(now);
    repeats = blank.repeats();
    profile = blank.profile();
    standing = blank.standing();
    agenda = blank.agenda();
    history = blank.history();
    reading = blank.reading();
  }

  private Customer customer(long now) {
    return new Customer(customerId, facts(now));
  }
}
