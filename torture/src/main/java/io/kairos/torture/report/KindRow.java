package io.kairos.torture.report;

import io.kairos.torture.campaign.Recovery;
import io.kairos.torture.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the job came back from the faults of a kind.
 *
 * @param times how often the fault struck
 * @param median of the recovery times
 * @param p99 of the recovery times; the longest of fewer than a hundred
 */
record KindRow(FaultKind kind, int times, Duration median, Duration p99) {

  /** One row for each kind that struck. */
  static List<KindRow> of(List<Recovery> recoveries) {
    Map<FaultKind, List<Duration>> byKind = new EnumMap<>(FaultKind.class);
    recoveries.forEach(
        recovery ->
            byKind
                .computeIfAbsent(recovery.strike().kind(), kind -> new ArrayList<>())
                .add(recovery.took()));
    return byKind.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
  }

  private static KindRow of(FaultKind kind, List<Duration> took) {
    return new KindRow(kind, took.size(), Quantile.of(took, 0.5), Quantile.of(took, 0.99));
  }
}
