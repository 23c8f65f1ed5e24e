package io.kairos.local.explain;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.trigger.Trigger;
import io.kairos.engine.trigger.TriggerKind;
import io.kairos.local.explain.Happening.Began;
import io.kairos.local.explain.Happening.Decided;
import io.kairos.local.explain.Happening.Erased;
import io.kairos.local.explain.Happening.Moved;
import io.kairos.local.explain.Happening.Refused;
import io.kairos.local.explain.Happening.Sent;
import io.kairos.local.explain.Happening.TakenBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came of one step of the engine: what it said, and what differs between its states. */
final class Consequences {
  private final Asking asking;
  private final Turn turn;
  private final Map<RunName, List<Due>> duesBefore;
  private final Map<RunName, List<Due>> duesAfter;

  Consequences(
      Asking asking,
      Turn turn,
      Map<RunName, List<Due>> duesBefore,
      Map<RunName, List<Due>> duesAfter) {
    this.asking = asking;
    this.turn = turn;
    this.duesBefore = duesBefore;
    this.duesAfter = duesAfter;
  }

  /** In the order in which a reader follows: what ended stands before what began. */
  List<Happening> all() {
    Set<RunName> before = Foresight.open(turn.before());
    Set<RunName> after = Foresight.open(turn.after());
    List<Happening> all = new ArrayList<>(refused());
    List<Happening> said = said();
    if (turn.heard().isErased()) {
      all.addAll(said);
      all.add(new Erased());
    } else {
      all.addAll(Groups.changed(turn.before().standing(), turn.after().standing()));
      said.stream().filter(one -> !isNew(one.run(), before, after)).forEach(all::add);
      after.stream()
          .filter(run -> !before.contains(run))
          .forEach(run -> all.add(new Began(run, due(duesAfter, run))));
      said.stream().filter(one -> isNew(one.run(), before, after)).forEach(all::add);
    }
    before.stream().filter(after::contains).forEach(run -> addMoved(run, all));
    return all;
  }

  private static boolean isNew(RunName run, Set<RunName> before, Set<RunName> after) {
    return after.contains(run) && !before.contains(run);
  }

  private List<Refused> refused() {
    return turn.heard().refusals().stream()
        .map(refusal -> new Refused(refusal.event().name().label(), refusal.reason().name(), null))
        .toList();
  }

  /** Messages and decisions; that of a message that goes out says no more than the message. */
  private List<Happening> said() {
    Map<String, Trigger> sent = new HashMap<>();
    List<Happening> said = new ArrayList<>();
    for (Trigger trigger : turn.heard().triggers()) {
      if (trigger.kind() == TriggerKind.SEND) {
        sent.put(trigger.reference().id(), trigger);
      } else {
        said.add(takenBack(trigger));
      }
    }
    for (Decision decision : turn.heard().decisions()) {
      Trigger trigger = sent.get(decision.id());
      said.add(trigger == null ? decided(decision) : sent(trigger));
    }
    return said;
  }

  private Decided decided(Decision decision) {
    return new Decided(
        MessageName.of(decision), Verdict.of(decision), asking.behind(decision, turn.after()));
  }

  private static Sent sent(Trigger trigger) {
    Trigger.Content content = trigger.message().content();
    return new Sent(
        MessageName.of(trigger),
        new Sent.Content(
            trigger.message().channel(),
            content.template(),
            content.offer(),
            Instant.ofEpochMilli(trigger.times().validUntilMillis())),
        trigger.why().reason());
  }

  private static TakenBack takenBack(Trigger trigger) {
    return new TakenBack(
        MessageName.of(trigger), trigger.cancellation().reason().name(), trigger.why().reason());
  }

  /** Steps that were decided meanwhile are not moved. */
  private void addMoved(RunName run, List<Happening> all) {
    List<Due> now = due(duesAfter, run);
    List<Due> old =
        due(duesBefore, run).stream()
            .filter(due -> now.stream().anyMatch(other -> other.step().equals(due.step())))
            .toList();
    if (!now.equals(old)) {
      all.add(new Moved(run, now, old));
    }
  }

  private static List<Due> due(Map<RunName, List<Due>> dues, RunName run) {
    return dues.getOrDefault(run, List.of());
  }
}
