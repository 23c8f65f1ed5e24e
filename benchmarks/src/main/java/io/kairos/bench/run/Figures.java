package io.kairos.bench.run;

import io.kairos.bench.input.InputSpec;
import io.kairos.bench.meter.Sample;
import io.kairos.bench.meter.SampleFile;
import java.util.List;
import java.util.Locale;

/**
 * What a run has measured, after its warm-up.
 *
 * @param cpuSecondsPerMillion CPU seconds per million events, without compiling
 * @param eventsPerSecond by the clock on the wall
 * @param maxRssBytes the most memory that the process ever held; 0 where the system does not tell
 * @param gcShare of the CPU time, from 0 to 1
 * @param triggers in the topic of triggers, of the whole run
 * @param checkpoints null where none was completed, or nobody tells
 */
public record Figures(
    double cpuSecondsPerMillion,
    double eventsPerSecond,
    long maxRssBytes,
    double gcShare,
    long triggers,
    CheckpointFigures checkpoints) {
  /** The first events of each run do not count, nor those that make customers known. */
  public static final double WARM_UP = 0.3;

  private static final double NANOS = 1e9;
  private static final double MILLION = 1e6;

  /**
   * From the sample that ends the warm-up to the last.
   *
   * @param input what there is to read
   * @throws IllegalArgumentException if the process has not read each of them once
   */
  static Figures of(SampleFile file, InputSpec input, long triggers) {
    List<Sample> samples = file.samples();
    Sample last = samples.get(samples.size() - 1);
    if (last.records() != input.all()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "read %,d events, but there are %,d", last.records(), input.all()));
    }
    double warmUp = input.before() + WARM_UP * input.events();
    Sample warm = samples.stream().filter(s -> s.records() >= warmUp).findFirst().orElse(last);
    double counted = last.records() - warm.records();
    if (counted == 0) {
      throw new IllegalArgumentException("too few events: none is left after the warm-up");
    }
    double cpuNanos = last.cpuNanos() - warm.cpuNanos();
    return new Figures(
        cpuNanos / NANOS / (counted / MILLION),
        counted / ((last.wallNanos() - warm.wallNanos()) / NANOS),
        file.maxRssBytes(),
        cpuNanos == 0 ? 0 : (last.gcNanos() - warm.gcNanos()) / cpuNanos,
        triggers,
        null);
  }

  /** The same with what is known of the checkpoints. */
  Figures with(CheckpointFigures known) {
    return new Figures(
        cpuSecondsPerMillion, eventsPerSecond, maxRssBytes, gcShare, triggers, known);
  }
}
