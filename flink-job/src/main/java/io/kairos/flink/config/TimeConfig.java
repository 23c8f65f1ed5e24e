package io.kairos.flink.config;

import java.io.Serializable;

/**
 * How time moves. All in milliseconds.
 *
 * @param latenessMillis the lateness bound
 * @param futureToleranceMillis how far an event's time may lie after its arrival
 * @param quiet how a silent partition is proved to be read to its end
 * @param alignmentMillis how far a partition may run ahead of the slowest
 * @param endMillis end of a bounded replay; {@link Long#MAX_VALUE} for none
 */
public record TimeConfig(
    long latenessMillis,
    long futureToleranceMillis,
    Quiet quiet,
    long alignmentMillis,
    long endMillis)
    implements Serializable {

  /**
   * @param checkMillis how often it is asked where a silent partition ends; 0 for never
   * @param skewMillis how far the clocks of brokers and job may differ
   * @param clock the clock that tells where such a partition stands
   */
  public record Quiet(long checkMillis, long skewMillis, WallClock clock) implements Serializable {}

  /** The same with another lateness bound. */
  public TimeConfig withLateness(long millis) {
    return new TimeConfig(millis, futureToleranceMillis, quiet, alignmentMillis, endMillis);
  }
}
