package io.kairos.local.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How much later events arrive than they happen, and which bound would do. There is one bound for
 * all topics, so the slowest says it.
 */
final class LatenessCheck implements Check {
  private static final String CHECK = "time.lateness";

  /** As few late events as nobody minds. */
  private static final double TOLERATED = 0.001;

  /** With fewer, one late event more or less changes the proposal. */
  private static final int LEAST_EVENTS = 1_000;

  @Override
  public List<Finding> look(Installation at) {
    List<Sample> samples =
        at.samples().stream().filter(sample -> sample.lateness().events() > 0).toList();
    Optional<Duration> proposed = proposed(samples);
    return samples.stream().map(sample -> judged(sample, proposed, at)).toList();
  }

  private static Optional<Duration> proposed(List<Sample> samples) {
    Duration most = Duration.ZERO;
    for (Sample sample : samples) {
      Optional<Duration> bound = sample.lateness().boundFor(TOLERATED);
      if (bound.isEmpty()) {
        return bound;
      }
      most = bound.get().compareTo(most) > 0 ? bound.get() : most;
    }
    return Optional.of(most);
  }

  private static Finding judged(Sample sample, Optional<Duration> proposed, Installation at) {
    Duration bound = Duration.ofMillis(at.setup().config().time().latenessMillis());
    double late = sample.lateness().lateShare(bound.toMillis());
    String found = found(sample, late, bound);
    if (sample.lateness().events() < LEAST_EVENTS) {
      return Finding.note(
          CHECK, sample.name(), found, new Advice("Too few events to propose a bound by.", ""));
    }
    if (late > TOLERATED) {
      return Finding.warning(CHECK, sample.name(), found, raise(proposed, bound));
    }
    boolean shorter = proposed.isPresent() && proposed.get().compareTo(bound) < 0;
    if (shorter && sample.stamps().appended()) {
      return Finding.note(CHECK, sample.name(), found, lower(proposed.get(), bound));
    }
    return Finding.ok(CHECK, sample.name(), found);
  }

  private static String found(Sample sample, double late, Duration bound) {
    Lateness lateness = sample.lateness();
    return "%s late at %s; half arrive within %s, 99 %% within %s, 99.9 %% within %s, the last after %s%s"
        .formatted(
            Shares.of(late),
            Spans.option(bound),
            Spans.measured(lateness.quantileMillis(0.5)),
            Spans.measured(lateness.quantileMillis(0.99)),
            Spans.measured(lateness.quantileMillis(0.999)),
            Spans.measured(lateness.mostMillis()),
            sample.stamps().appended() ? "" : ", by the producers' stamps");
  }

  private static Advice raise(Optional<Duration> proposed, Duration bound) {
    String why =
        "A late event takes its place when it arrives, so that a reminder may go out although its"
            + " order came before.";
    return new Advice(
        why,
        proposed
            .map(
                longer ->
                    "%s=%s leaves at most 0.1 %% late; every trigger then waits %s longer"
                        .formatted(
                            CHECK,
                            Spans.option(longer),
                            Spans.measured(longer.minus(bound).toMillis())))
            .orElse(
                "no bound up to 1 h helps: look for a producer that holds events back, or"
                    + " that does not write time as the collector's receipt"));
  }

  private static Advice lower(Duration proposed, Duration bound) {
    return new Advice(
        "Every trigger waits for the bound, and events arrive sooner than it allows for.",
        "%s=%s still leaves at most 0.1 %% late; every trigger then goes out %s earlier"
            .formatted(
                CHECK, Spans.option(proposed), Spans.measured(bound.minus(proposed).toMillis())));
  }
}
