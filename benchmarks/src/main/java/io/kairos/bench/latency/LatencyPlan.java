package io.kairos.bench.latency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be measured.
 *
 * @param rates events per second
 * @param rounds how often each
 * @param settings options of Kairos' job, which win over those of the measurement
 * @param checkpoints how often the job checkpoints
 */
public record LatencyPlan(
    List<Integer> rates, int rounds, Map<String, String> settings, Duration checkpoints) {
  /** Passes in each round before anything counts. */
  static final Duration WARM_UP = Duration.ofSeconds(20);

  /** What counts in each round. */
  static final Duration MEASURED = Duration.ofSeconds(30);

  public LatencyPlan {
    rates = List.copyOf(rates);
    settings = new TreeMap<>(settings);
  }
}
