package io.kairos.bench.latency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be measured.
 *
 * @param load what the job has to bear
 * @param rounds how often
 * @param settings options of Kairos' job, which win over those of the measurement
 * @param checkpoints how often the job checkpoints
 */
public record LatencyPlan(
    Load load, int rounds, Map<String, String> settings, Duration checkpoints) {
  /** Passes in each round before anything counts: the job begins cold, and behind. */
  static final Duration WARM_UP = Duration.ofSeconds(45);

  /** What counts in each round. */
  static final Duration MEASURED = Duration.ofSeconds(30);

  /**
   * What comes in, and what takes it.
   *
   * @param rates events per second, each in rounds of its own
   * @param hotPercent of the clicks and orders, how many are those of one and the same customer
   * @param slots of the job
   */
  public record Load(List<Integer> rates, int hotPercent, int slots) {
    public Load {
      rates = List.copyOf(rates);
    }
  }

  public LatencyPlan {
    settings = new TreeMap<>(settings);
  }
}
