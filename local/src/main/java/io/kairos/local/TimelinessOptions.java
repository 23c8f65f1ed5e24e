package io.kairos.local;

import io.kairos.local.history.Timeliness;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How the job of a Kafka was told to judge when an event comes. */
final class TimelinessOptions {

  @Option(
      names = "--lateness",
      paramLabel = "TIME",
      converter = DurationText.OrNone.class,
      description = "Of Kafka: the job's time.lateness. Without it: 2s.")
  private Duration lateness;

  @Option(
      names = "--future-tolerance",
      paramLabel = "TIME",
      converter = DurationText.OrNone.class,
      description = "Of Kafka: the job's time.future-tolerance. Without it: 5m.")
  private Duration futureTolerance;

  boolean areGiven() {
    return lateness != null || futureTolerance != null;
  }

  Timeliness timeliness() {
    return new Timeliness(
        lateness == null ? Timeliness.USUAL.lateness() : lateness,
        futureTolerance == null ? Timeliness.USUAL.futureTolerance() : futureTolerance);
  }
}
