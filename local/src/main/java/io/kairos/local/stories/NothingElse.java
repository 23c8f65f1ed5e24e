package io.kairos.local.stories;

import io.kairos.wire.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** No message and no cancellation is to come that the other lines do not name. */
record NothingElse(Line line, List<Expectation> others) implements Expectation {

  @Override
  public Optional<Failure> failure(Outcome outcome) {
    Set<String> named =
        others.stream()
            .flatMap(other -> other.named(outcome))
            .map(Trigger::getId)
            .collect(Collectors.toSet());
    List<String> unnamed =
        outcome.triggers().stream()
            .filter(trigger -> !named.contains(trigger.getId()))
            .map(outcome::line)
            .toList();
    return unnamed.isEmpty() ? Optional.empty() : Optional.of(line.failure(outcome, unnamed));
  }
}
