package io.kairos.local.stories;

import io.kairos.wire.Trigger;
import java.util.List;
import java.util.Optional;

/** No message is to go out. */
record Silence(Line line, Subject subject) implements Expectation {

  @Override
  public Optional<Failure> failure(Outcome outcome) {
    List<Trigger> sent =
        outcome
            .sends()
            .filter(subject::covers)
            .filter(each -> line.span().contains(each.getEventTime()))
            .toList();
    return sent.isEmpty()
        ? Optional.empty()
        : Optional.of(line.failure(outcome, sent.stream().map(outcome::line).toList()));
  }
}
