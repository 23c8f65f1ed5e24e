package io.kairos.local.backtest;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

/** Counts fates. */
final class FateTally {
  private static final Comparator<Entry<Stop, Long>> MOST_FIRST =
      Entry.<Stop, Long>comparingByValue()
          .reversed()
          .thenComparing(entry -> entry.getKey().fate())
          .thenComparing(entry -> entry.getKey().detail());

  private final Map<Stop, Long> stopped = new HashMap<>();
  private long sent;
  private long heldOut;
  private long expired;
  private long waiting;

  void add(Decision decision) {
    switch (decision.fate().gate()) {
      case "holdout" -> heldOut++;
      case "expiry" -> expired++;
      default -> addOther(decision);
    }
  }

  private void addOther(Decision decision) {
    if (decision.fate() == Fate.SENT) {
      sent++;
    } else {
      stopped.merge(Stop.of(decision), 1L, Long::sum);
    }
  }

  void waiting(long steps) {
    waiting += steps;
  }

  void add(FateTally other) {
    other.stopped.forEach((stop, count) -> stopped.merge(stop, count, Long::sum));
    sent += other.sent;
    heldOut += other.heldOut;
    expired += other.expired;
    waiting += other.waiting;
  }

  Fates fates() {
    Map<Stop, Long> sorted = new LinkedHashMap<>();
    stopped.entrySet().stream()
        .sorted(MOST_FIRST)
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return new Fates(sent, heldOut, sorted, expired, waiting);
  }
}
