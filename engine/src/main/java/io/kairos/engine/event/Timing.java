package io.kairos.engine.event;

import java.time.Instant;

/**
 * When an event happened, when the log took it, and where it therefore stands.
 *
 * @param timeMillis T: event time, the collector's receipt, epoch milliseconds
 * @param arrivalMillis A: append time of the log, epoch milliseconds; T where a file knows no
 *     better
 * @param positionMillis T if the event is on time, else A
 * @param sequence order within a millisecond of one producer; 0 where not given
 */
public record Timing(long timeMillis, long arrivalMillis, long positionMillis, long sequence) {
  private static final long EARLIEST = Instant.parse("1980-01-01T00:00:00Z").toEpochMilli();

  /** 2100-01-01, epoch milliseconds: an instant from there on is taken for a mistake. */
  public static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  /**
   * The timing of an event: late if A - T exceeds the bound. A fact of the record, so every replay
   * gives the same verdict.
   *
   * @param latenessMillis the lateness bound, at least 0
   */
  public static Timing of(long timeMillis, long arrivalMillis, long sequence, long latenessMillis) {
    boolean late = arrivalMillis - timeMillis > latenessMillis;
    return new Timing(timeMillis, arrivalMillis, late ? arrivalMillis : timeMillis, sequence);
  }

  /** Whether an instant lies from 1980 up to 2100; epoch milliseconds. */
  public static boolean isPossible(long millis) {
    return millis >= EARLIEST && millis < LATEST;
  }

  public boolean late() {
    return positionMillis != timeMillis;
  }
}
