package io.kairos.bench.latency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

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
   * The least that at least such a share of all does not exceed; empty where so many never came,
   * which are longer than any.
   *
   * @param share above 0, at most 1
   */
  OptionalLong within(double share) {
    long place = (long) Math.ceil(share * (millis.size() + missing)) - 1;
    return place >= 0 && place < millis.size()
        ? OptionalLong.of(millis.get((int) place))
        : OptionalLong.empty();
  }

  /** The longest of those that came, milliseconds; 0 where none did. */
  long longest() {
    return millis.isEmpty() ? 0 : millis.get(millis.size() - 1);
  }
}
