package io.kairos.local.stories;

import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.util.Optional;
import java.util.stream.Stream;

/** A message is to go out. */
record Sending(Line line, Subject subject, Content content) implements Expectation {

  /** What the message is to be. */
  record Content(String channel, String template, Demands demands) {
    boolean isMetBy(Trigger trigger, Outcome outcome) {
      return channel.equals(trigger.getChannel())
          && template.equals(trigger.getTemplate())
          && demands.areMetBy(outcome.shown(trigger));
    }
  }

  @Override
  public Stream<Trigger> named(Outcome outcome) {
    return outcome
        .sends()
        .filter(subject::covers)
        .filter(sent -> line.span().contains(sent.getEventTime()))
        .filter(sent -> content.isMetBy(sent, outcome));
  }

  @Override
  public Optional<Failure> failure(Outcome outcome) {
    return named(outcome).findAny().isPresent()
        ? Optional.empty()
        : Optional.of(
            line.failure(
                outcome,
                new Instead(outcome, subject, line.span())
                    .of(TriggerKind.SEND, content.demands())));
  }
}
