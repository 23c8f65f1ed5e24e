package io.kairos.local.stories;

import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells what came of a rule where something else was expected: what is nearest in time first. */
record Instead(Outcome outcome, Subject subject, Span span) {
  private static final int MOST = 3;

  private record Said(long distance, String line) {}

  /**
   * What came instead of a message or cancellation.
   *
   * @param demands on it; of what is of the same kind it is said which are not met
   */
  List<String> of(TriggerKind kind, Demands demands) {
    return lines(trigger -> trigger.getKind() == kind ? demands : Demands.NONE);
  }

  /** What came instead of a stop. */
  List<String> ofAStop() {
    return lines(trigger -> Demands.NONE);
  }

  private List<String> lines(Function<Trigger, Demands> demands) {
    List<String> lines =
        Stream.concat(
                outcome.triggers().stream()
                    .filter(subject::covers)
                    .map(trigger -> said(trigger, demands.apply(trigger))),
                outcome.stopped().filter(subject::covers).map(this::said))
            .sorted(Comparator.comparingLong(Said::distance))
            .limit(MOST)
            .map(Said::line)
            .toList();
    List<String> all = new ArrayList<>(lines);
    all.addAll(waiting());
    return all.isEmpty() ? List.of("nothing: " + subject + " never began") : all;
  }

  private Said said(Trigger trigger, Demands demands) {
    String missed = demands.missedBy(outcome.shown(trigger));
    String because = missed.isEmpty() ? "" : ": " + missed;
    long at = trigger.getEventTime();
    return new Said(span.distance(at), outcome.line(trigger) + away(at) + because);
  }

  private Said said(Decision stopped) {
    long at = stopped.getDecidedAt();
    return new Said(span.distance(at), outcome.line(stopped) + away(at));
  }

  private String away(long at) {
    if (span.isEver() || span.contains(at)) {
      return "";
    }
    return at < span.fromMillis()
        ? ", " + TimeWriter.spell(span.fromMillis() - at) + " earlier"
        : ", " + TimeWriter.spell(at - span.fromMillis()) + " later";
  }

  private List<String> waiting() {
    return outcome.waiting().stream()
        .filter(run -> subject.isAny() || run.rule().equals(subject.rule()))
        .map(
            run ->
                "%s still waits at the end of the story, since %s"
                    .formatted(run.rule(), outcome.times().of(run.sinceMillis())))
        .toList();
  }
}
