package io.kairos.local.trial;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.event.Event;
import io.kairos.engine.profile.Shop;
import io.kairos.local.stories.Recorder;
import io.kairos.local.stories.TimeWriter;
import io.kairos.wire.Decision;
import io.kairos.wire.Mode;
import io.kairos.wire.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks rules what they would say to a customer now.
 *
 * <p>Each message is asked for alone, so that one does not stand in the way of another. The
 * customer lives up to the rule's last beginning without any rules, and from there with this rule,
 * whose wait is made such that it ends now: it begins on its own event, and decides on the profile
 * of now.
 */
final class RuleTrial {
  private static final long PUBLISH_EVERY_MILLIS = Duration.ofDays(1).toMillis();

  /** How long a message is followed that is held, as by quiet hours. */
  private static final long HELD_MILLIS = Duration.ofDays(2).toMillis();

  private final Draft draft;
  private final Shop shop;
  private final History history;
  private final CustomerEngine profileOnly;

  RuleTrial(Draft draft, Shop shop, History history) {
    this.draft = draft;
    this.shop = shop;
    this.history = history;
    this.profileOnly = engine(List.of());
  }

  List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (RuleDraft rule : draft.rules()) {
      rule.steps().forEach(step -> answers.add(answer(rule, step)));
    }
    return answers;
  }

  private Answer answer(RuleDraft rule, String step) {
    Optional<Beginning> begun = lastBeginning(rule.waiting(step, 0));
    if (begun.isPresent()) {
      return said(rule, step, begun.get());
    }
    return rule.startsOnAnEvent() ? neverBegun(rule, step) : asked(rule, step);
  }

  private Optional<Beginning> lastBeginning(RuleDraft rule) {
    return new Probe(engine(List.of(rule))).last(history);
  }

  private Answer said(RuleDraft rule, String step, Beginning begun) {
    long wait = (history.nowMillis() - begun.countsFromMillis() + 999) / 1000;
    RuleDraft asked = rule.waiting(step, wait).followed();
    List<Event> rest = new ArrayList<>();
    if (begun.origin() == Beginning.Origin.TIME) {
      rest.add(Nudge.at(begun.atMillis() - 1, history.customerId()));
      asked = asked.from(begun.atMillis() - 1);
    }
    rest.addAll(history.from(begun.atMillis()));
    return new Answer(
        rule.id(),
        step,
        new Course(rule).begun(when(begun.countsFromMillis())),
        run(asked, begun.atMillis(), rest, begun.countsFromMillis() + wait * 1000));
  }

  /** What a rule says that begins without its own start. */
  private Answer asked(RuleDraft rule, String step) {
    long now = history.nowMillis() + 1;
    return new Answer(
        rule.id(),
        step,
        new Course(rule).asked(),
        run(rule.asked().waiting(step, 0), now, List.of(Nudge.at(now, history.customerId())), now));
  }

  private Answer neverBegun(RuleDraft rule, String step) {
    Optional<String> demand = rule.demand();
    String why =
        demand
            .flatMap(asks -> lastBeginning(rule.withoutDemand().waiting(step, 0)))
            .map(other -> new Course(rule).otherwise(when(other.countsFromMillis()), demand.get()))
            .orElseGet(() -> new Course(rule).never());
    return new Answer(rule.id(), step, why, new Answer.NotBegun());
  }

  private Answer.Said run(RuleDraft rule, long fromMillis, List<Event> rest, long toMillis) {
    CustomerState state =
        profileOnly.advance(
            CustomerState.of(history.customerId()),
            history.before(fromMillis),
            fromMillis - 2,
            new Recorder(Mode.LIVE));
    CustomerEngine engine = engine(List.of(rule));
    Recorder recorder = new Recorder(Mode.LIVE);
    state = engine.advance(state, rest, toMillis, recorder);
    long next = engine.nextDeadline(state);
    while (recorder.decisions().isEmpty() && next <= toMillis + HELD_MILLIS) {
      state = engine.advance(state, List.of(), next, recorder);
      next = engine.nextDeadline(state);
    }
    return said(recorder);
  }

  private static Answer.Said said(Recorder recorder) {
    List<Trigger> messages = recorder.triggers();
    List<Decision> decisions = recorder.decisions();
    if (!messages.isEmpty()) {
      return new Answer.Message(messages.get(messages.size() - 1));
    }
    return decisions.isEmpty()
        ? new Answer.Waiting()
        : new Answer.Stopped(decisions.get(decisions.size() - 1));
  }

  private String when(long millis) {
    return new TimeWriter(shop.zone()).of(millis);
  }

  private CustomerEngine engine(List<RuleDraft> rules) {
    return new CustomerEngine(draft.with(rules), shop, PUBLISH_EVERY_MILLIS);
  }
}
