package io.kairos.local.history;

import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.source.WireReader;
import java.time.Duration;

/**
 * How the job judges when an event comes: {@code time.lateness} and {@code time.future-tolerance}.
 *
 * @param lateness at least 0
 * @param futureTolerance at least 0
 */
public record Timeliness(Duration lateness, Duration futureTolerance) {
  /** Of a job that was told nothing else. */
  public static final Timeliness USUAL =
      new Timeliness(
          KairosOptions.LATENESS.defaultValue(), KairosOptions.FUTURE_TOLERANCE.defaultValue());

  /** What reads records as the job does. */
  public WireReader reader() {
    return new WireReader(lateness.toMillis());
  }
}
