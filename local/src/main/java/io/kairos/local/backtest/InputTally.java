package io.kairos.local.backtest;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.event.Timing;
import io.kairos.flink.source.Ingested;
import java.util.Map;
import java.util.TreeMap;

/** Counts what comes in. A refused record that arrived at no possible time moves neither end. */
final class InputTally {
  private final Map<String, Long> events = new TreeMap<>();
  private final Map<String, Long> rejected = new TreeMap<>();
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis = Long.MIN_VALUE;

  void add(Ingested in) {
    if (in.reason() == null || Timing.isPossible(in.arrivalMillis())) {
      firstMillis = Math.min(firstMillis, in.positionMillis());
      lastMillis = Math.max(lastMillis, Math.max(in.positionMillis(), in.arrivalMillis()));
    }
    if (in.reason() == null) {
      events.merge(in.kind().name().label(), 1L, Long::sum);
    } else {
      reject(in.reason(), 1);
    }
  }

  void reject(RejectionReason reason, long count) {
    rejected.merge(reason.name(), count, Long::sum);
  }

  /** Events that cleaning let through, by label. */
  Map<String, Long> events() {
    return events;
  }

  Map<String, Long> rejected() {
    return rejected;
  }

  /** Position of the first record, epoch milliseconds; only where there is one. */
  long firstMillis() {
    return firstMillis;
  }

  /** Position or arrival of the last, whichever is later, likewise. */
  long lastMillis() {
    return lastMillis;
  }
}
