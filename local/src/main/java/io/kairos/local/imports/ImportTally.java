package io.kairos.local.imports;

import io.kairos.local.InputEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts an import as it goes on. */
final class ImportTally {
  private final Map<EventType, TypeCount> types = new HashMap<>();
  private final Map<LeftOut, Long> rowsLeftOut = new EnumMap<>(LeftOut.class);
  private final Map<LeftOut, Map<String, Long>> eventsLeftOut = new EnumMap<>(LeftOut.class);
  private final Map<LeftOut, String> examples = new EnumMap<>(LeftOut.class);
  private final DistinctCount customers = new DistinctCount();
  private final DistinctCount buyers = new DistinctCount();
  private long rows;
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis = Long.MIN_VALUE;

  void row() {
    rows++;
  }

  void event(InputEvent event) {
    EventType type = EventType.of(event.topic(), event.record());
    types.merge(type, new TypeCount(1, amount(event)), TypeCount::plus);
    customers.add(event.customerId());
    if (type.symbol() == OrderType.PAID) {
      buyers.add(event.customerId());
    }
    firstMillis = Math.min(firstMillis, event.timeMillis());
    lastMillis = Math.max(lastMillis, event.timeMillis());
  }

  void rowLeftOut(LeftOut reason, String example) {
    rowsLeftOut.merge(reason, 1L, Long::sum);
    examples.putIfAbsent(reason, example);
  }

  void eventLeftOut(LeftOut reason, EventType type) {
    eventsLeftOut
        .computeIfAbsent(reason, key -> new HashMap<>())
        .merge(type.label(), 1L, Long::sum);
  }

  ImportCounts counts() {
    Map<String, TypeCount> byLabel = new HashMap<>();
    types.forEach((type, count) -> byLabel.put(type.label(), count));
    return new ImportCounts(
        rows,
        byLabel,
        leftOut(),
        new ImportCounts.Customers(customers.size(), buyers.size()),
        types.isEmpty()
            ? null
            : new ImportCounts.Span(
                Instant.ofEpochMilli(firstMillis), Instant.ofEpochMilli(lastMillis)));
  }

  private Map<LeftOut, LeftOutCount> leftOut() {
    Map<LeftOut, LeftOutCount> counts = new EnumMap<>(LeftOut.class);
    for (LeftOut reason : LeftOut.values()) {
      if (rowsLeftOut.containsKey(reason) || eventsLeftOut.containsKey(reason)) {
        counts.put(
            reason,
            new LeftOutCount(
                rowsLeftOut.getOrDefault(reason, 0L),
                eventsLeftOut.getOrDefault(reason, Map.of()),
                examples.get(reason)));
      }
    }
    return counts;
  }

  private static long amount(InputEvent event) {
    if (!(event.record() instanceof OrderEvent order)) {
      return 0;
    }
    boolean partial = order.getType() == OrderType.REFUNDED && order.getRefundAmount() != null;
    return partial ? order.getRefundAmount() : order.getTotal();
  }
}
