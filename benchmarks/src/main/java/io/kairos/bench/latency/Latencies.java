package io.kairos.bench.latency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What was measured.
 *
 * @param millis from an event's append to its trigger's, ascending
 * @param missing events whose trigger never came
 * @param rate events per second, of all kinds, that were appended meanwhile
 */
record Latencies(List<Long> millis, long missing, double rate) {
  Latencies {
    List<Long> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    millis = List.copyOf(sorted);
  }

  /** Several rounds as one, at their mean rate. */
  static Latencies together(List<Latencies> rounds) {
    return new Latencies(
        rounds.stream().flatMap(round -> round.millis().stream()).toList(),
        rounds.stream().mapToLong(Latencies::missing).sum(),
        rounds.stream().mapToDouble(Latencies::rate).average().orElse(0));
  }

  /**
   * The least that at least such a share of all does not exceed.
   *
   * @param share above 0, at most 1
   * @throws IllegalStateException if there is none at all
   */
  long within(double share) {
    if (millis.isEmpty()) {
      throw new IllegalStateException("no trigger came");
    }
    return millis.get((int) Math.ceil(share * millis.size()) - 1);
  }
}
