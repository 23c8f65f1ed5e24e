package io.kairos.local.stories;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.EventName;
import io.kairos.wire.Decision;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A message is to be stopped.
 *
 * @param by a gate, a fate such as {@code no-consent}, or the event that ends the rule
 */
record Stopping(Line line, Subject subject, String by, Demands demands) implements Expectation {

  /** What can stop a message, by the next word. */
  static String read(Words words) {
    String by = words.take("what stops it, as consent or order.placed");
    if (!known().contains(normal(by))) {
      throw words.wrongBefore(Written.unknown("gate, reason or event", by, known()));
    }
    return by;
  }

  @Override
  public Optional<Failure> failure(Outcome outcome) {
    return outcome
            .stopped()
            .filter(subject::covers)
            .filter(this::isBy)
            .filter(stopped -> line.span().contains(stopped.getDecidedAt()))
            .anyMatch(stopped -> demands.areMetBy(outcome.shown(stopped)))
        ? Optional.empty()
        : Optional.of(line.failure(outcome, new Instead(outcome, subject, line.span()).ofAStop()));
  }

  private boolean isBy(Decision decision) {
    return normal(by).equals(normal(decision.getGate()))
        || normal(by).equals(normal(decision.getReason()))
        || by.equals(decision.getValue());
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>();
    Stream.of(Fate.values())
        .filter(fate -> fate != Fate.SENT)
        .forEach(
            fate -> {
              known.add(normal(fate.name()));
              known.add(normal(fate.gate()));
            });
    Arrays.stream(EventName.values())
        .filter(name -> name != EventName.UNKNOWN)
        .forEach(name -> known.add(normal(name.label())));
    return known;
  }

  private static String normal(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
