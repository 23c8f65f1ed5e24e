package io.kairos.local.stories;

import io.kairos.engine.delivery.Fate;
import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the rules said in a story.
 *
 * @param triggers messages and cancellations, by time
 * @param decisions the fates of all candidates, by time
 * @param waiting the messages that were still to come when the story ended
 * @param style how times and amounts are written
 */
record Outcome(
    List<Trigger> triggers, List<Decision> decisions, List<Waiting> waiting, Style style) {

  /** How times and amounts are written. */
  record Style(TimeWriter times, MinorUnit money) {}

  /** A run that is open at the end. */
  record Waiting(String rule, long sinceMillis) {}

  TimeWriter times() {
    return style.times();
  }

  Stream<Trigger> sends() {
    return triggers.stream().filter(trigger -> trigger.getKind() == TriggerKind.SEND);
  }

  Stream<Trigger> cancels() {
    return triggers.stream().filter(trigger -> trigger.getKind() == TriggerKind.CANCEL);
  }

  /** The candidates that did not go out. */
  Stream<Decision> stopped() {
    return decisions.stream().filter(each -> !each.getReason().equals(Fate.SENT.name()));
  }

  Shown shown(Trigger trigger) {
    return Shown.of(trigger, style.money(), style.times());
  }

  Shown shown(Decision decision) {
    return Shown.of(decision, style.money(), style.times());
  }

  /** A trigger with its time, as an expectation writes it. */
  String line(Trigger trigger) {
    return times().of(trigger.getEventTime()) + "  " + words(trigger);
  }

  static String words(Trigger trigger) {
    String rule = Subject.of(trigger.getRule(), trigger.getStep());
    return trigger.getKind() == TriggerKind.CANCEL
        ? "cancel of " + rule + " (" + trigger.getCancelReason() + ")"
        : trigger.getChannel() + " " + trigger.getTemplate() + " from " + rule;
  }

  String line(Decision stopped) {
    return times().of(stopped.getDecidedAt()) + "  " + words(stopped);
  }

  String words(Decision stopped) {
    return "stopped by %s from %s: %s"
        .formatted(
            stopped.getGate(),
            Subject.of(stopped.getRule(), stopped.getStep()),
            new Verdict(stopped, times()).text());
  }
}
