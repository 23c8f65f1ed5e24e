package io.kairos.torture.traffic;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * The events of a shop without end, by the time at which they are to be sent. The same seed gives
 * the same events.
 *
 * <p>Visits begin at an even pace, each by a customer drawn anew. A part of the events comes late,
 * some once more, and some together with another one.
 */
final class TrafficPlan implements Iterator<PlannedEvent> {
  private static final int CUSTOMERS = 1_500;
  private static final int EVENTS_OF_A_VISIT = 11;
  private static final int MILLIS_OF_EVENTS = EVENTS_OF_A_VISIT * 1_000;

  private final SplittableRandom random;
  private final long visitEveryMillis;
  private final PriorityQueue<Entry> agenda =
      new PriorityQueue<>(
          Comparator.comparingLong((Entry entry) -> entry.event().dueMillis())
              .thenComparingLong(Entry::number));
  private final Map<String, Basket> baskets = new HashMap<>();
  private long nextVisitMillis;
  private long visits;
  private long planned;

  /** Equal instants stay in the order in which they were planned. */
  private record Entry(PlannedEvent event, long number) {}

  /**
   * A plan from its beginning.
   *
   * @param visitEveryMillis from the beginning of one visit to the next; a visit has 11 events on
   *     average
   */
  TrafficPlan(long seed, long visitEveryMillis) {
    this.random = new SplittableRandom(seed);
    this.visitEveryMillis = visitEveryMillis;
  }

  /**
   * A plan of so many events.
   *
   * @param eventsASecond roughly, at least 1
   */
  static TrafficPlan at(int eventsASecond, long seed) {
    return new TrafficPlan(seed, Math.max(1, MILLIS_OF_EVENTS / eventsASecond));
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public PlannedEvent next() {
    while (agenda.isEmpty() || agenda.peek().event().dueMillis() >= nextVisitMillis) {
      planVisit();
    }
    return agenda.remove().event();
  }

  private void planVisit() {
    String customer = "c" + random.nextInt(CUSTOMERS);
    Basket basket = baskets.computeIfAbsent(customer, key -> new Basket());
    Visit visit = new Visit(customer, basket, visits++, nextVisitMillis, random);
    visit.plan(event -> agenda.add(new Entry(event, planned++)));
    nextVisitMillis += visitEveryMillis;
  }
}
