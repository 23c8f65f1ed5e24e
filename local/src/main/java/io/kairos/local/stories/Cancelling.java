package io.kairos.local.stories;

import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.util.Optional;
import java.util.stream.Stream;

/** A message that went out is to be taken back. */
record Cancelling(Line line, Subject subject, Demands demands) implements Expectation {

  @Override
  public Stream<Trigger> named(Outcome outcome) {
    return outcome
        .cancels()
        .filter(subject::covers)
        .filter(cancel -> line.span().contains(cancel.getEventTime()))
        .filter(cancel -> demands.areMetBy(outcome.shown(cancel)));
  }

  @Override
  public Optional<Failure> failure(Outcome outcome) {
    return named(outcome).findAny().isPresent()
        ? Optional.empty()
        : Optional.of(
            line.failure(
                outcome,
                new Instead(outcome, subject, line.span()).of(TriggerKind.CANCEL, demands)));
  }
}
