package io.kairos.local.stories;

import io.kairos.wire.Trigger;
import java.util.Optional;
import java.util.stream.Stream;

/** What a line of a story expects of what the rules say. */
sealed interface Expectation permits Sending, Cancelling, Stopping, Silence, NothingElse {

  Line line();

  /** What came instead; empty where it is as expected. */
  Optional<Failure> failure(Outcome outcome);

  /** The messages and cancellations that it speaks of, and so expects. */
  default Stream<Trigger> named(Outcome outcome) {
    return Stream.empty();
  }

  /**
   * The line itself.
   *
   * @param span when it is to be; {@link Span#EVER} for at any time
   * @param said the line without its time
   */
  record Line(Place place, Span span, String said) {
    Failure failure(Outcome outcome, java.util.List<String> instead) {
      String when = span.isEver() ? "" : outcome.times().of(span) + "  ";
      return new Failure(place, when + said, instead);
    }
  }
}
