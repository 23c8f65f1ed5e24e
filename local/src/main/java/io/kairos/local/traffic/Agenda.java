package io.kairos.local.traffic;

import io.kairos.local.InputEvent;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What a customer is yet to do, by time; what falls on one instant keeps the order of planning. */
final class Agenda {
  private record Entry(InputEvent event, long rank) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(
          Comparator.comparingLong((Entry entry) -> entry.event().timeMillis())
              .thenComparingLong(Entry::rank));
  private long planned;

  void plan(InputEvent event) {
    entries.add(new Entry(event, planned++));
  }

  /**
   * Time of the next event in epoch milliseconds; {@link Long#MAX_VALUE} when nothing is planned.
   */
  long nextMillis() {
    Entry next = entries.peek();
    return next == null ? Long.MAX_VALUE : next.event().timeMillis();
  }

  /** Takes the next event; to be called only when one is planned. */
  InputEvent next() {
    return entries.remove().event();
  }
}
