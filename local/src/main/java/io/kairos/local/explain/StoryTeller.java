package io.kairos.local.explain;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.event.Event;
import io.kairos.engine.rule.Rule;
import io.kairos.local.history.CustomerLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes one customer through the engine, step by step, and notes what each step does. Used once.
 */
final class StoryTeller {
  private static final long AHEAD_MILLIS = Duration.ofDays(30).toMillis();

  private final Setting setting;
  private final CustomerEngine engine;
  private final Asking asking;
  private final Foresight foresight;
  private final Optional<Beginnings> beginnings;
  private final List<Chapter> chapters = new ArrayList<>();
  private CustomerState state;
  private Map<RunName, List<Due>> dues = Map.of();

  /**
   * @param watched a rule of which to tell also why it did not begin; null for none
   */
  StoryTeller(Setting setting, Rule watched) {
    this.setting = setting;
    this.engine = setting.engine();
    this.asking = new Asking(engine, setting.rules());
    this.foresight = new Foresight(engine);
    this.beginnings =
        Optional.ofNullable(watched).map(rule -> new Beginnings(setting, engine, rule.id()));
  }

  /** The story of a customer up to the end of what is known. */
  Story tell(CustomerLog log) {
    state = CustomerState.of(log.customerId());
    for (List<Event> instant : log.instants()) {
      long at = instant.get(0).positionMillis();
      letPass(at - 1);
      step(instant, at);
    }
    letPass(log.endMillis());
    CustomerState end = state;
    List<Chapter> told = List.copyOf(chapters);
    chapters.clear();
    letPass(horizon(log.endMillis()));
    List<Chapter> ahead = chapters.stream().filter(StoryTeller::isAboutMessages).toList();
    return new Story(log.customerId(), told, ahead, end, log.endMillis());
  }

  private static boolean isAboutMessages(Chapter chapter) {
    return chapter.happenings().stream()
        .anyMatch(one -> one instanceof Happening.Sent || one instanceof Happening.Decided);
  }

  /** As far ahead as what is waiting now needs. */
  private long horizon(long endMillis) {
    return dues.values().stream()
        .flatMap(List::stream)
        .mapToLong(due -> due.at().toEpochMilli())
        .reduce(endMillis + AHEAD_MILLIS, Math::max);
  }

  /** Fires every deadline up to and including an instant, one at a time. */
  private void letPass(long untilMillis) {
    long next = engine.nextDeadline(state);
    while (next <= untilMillis && next != Long.MAX_VALUE) {
      step(List.of(), next);
      next = engine.nextDeadline(state);
    }
  }

  private void step(List<Event> events, long atMillis) {
    Hearing heard = new Hearing();
    CustomerState before = state;
    state = engine.advance(before, events, atMillis, heard);
    Map<RunName, List<Due>> duesBefore = dues;
    if (!events.isEmpty() || !before.agenda().open().equals(state.agenda().open())) {
      dues = foresight.dues(state, atMillis);
    }
    Turn turn = new Turn(events, atMillis, before, state, heard);
    List<Happening> happenings = new Consequences(asking, turn, duesBefore, dues).all();
    beginnings.flatMap(rule -> rule.failed(turn, happenings)).ifPresent(happenings::add);
    if (!events.isEmpty() || !happenings.isEmpty()) {
      chapters.add(chapter(turn, happenings));
    }
  }

  private Chapter chapter(Turn turn, List<Happening> happenings) {
    return new Chapter(
        turn.atMillis(),
        state.profile().person().zone(setting.shop()),
        turn.events(),
        List.copyOf(happenings),
        Foresight.open(state));
  }
}
