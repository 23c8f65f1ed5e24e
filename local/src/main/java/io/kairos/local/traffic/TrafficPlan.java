package io.kairos.local.traffic;

import java.time.Instant;

/**
 * What traffic is to be like.
 *
 * @param seed equal seeds, with all else equal, give equal events
 * @param customers how many customers there are once all have arrived, at least 1
 * @param liveStart event time at which the live part begins
 * @param eventsPerSecond mean over a day and all customers, events per second of event time,
 *     positive
 * @param crowd who takes part
 */
public record TrafficPlan(
    long seed, int customers, Instant liveStart, double eventsPerSecond, Crowd crowd) {
  /** Customers of a demo. */
  public static final int DEFAULT_CUSTOMERS = 2_000;

  /** Events per second of event time of a demo; 90 a second of wall time at speed 60. */
  public static final double DEFAULT_EVENTS_PER_SECOND = 1.5;

  public TrafficPlan {
    if (customers < 1) {
      throw new IllegalArgumentException("customers must be at least 1, not " + customers);
    }
    if (!(eventsPerSecond > 0)) {
      throw new IllegalArgumentException(
          "events per second must be positive, not " + eventsPerSecond);
    }
  }

  /** Traffic of customers who live where the shop is. */
  public TrafficPlan(long seed, int customers, Instant liveStart, double eventsPerSecond) {
    this(seed, customers, liveStart, eventsPerSecond, Crowd.OF_THE_SHOP);
  }

  /** The traffic of a demo. */
  public static TrafficPlan demo(long seed, Instant liveStart) {
    return new TrafficPlan(seed, DEFAULT_CUSTOMERS, liveStart, DEFAULT_EVENTS_PER_SECOND);
  }

  /** The same with another number of customers. */
  public TrafficPlan withCustomers(int number) {
    return new TrafficPlan(seed, number, liveStart, eventsPerSecond, crowd);
  }

  /** The same at another mean rate, in events per second of event time. */
  public TrafficPlan withEventsPerSecond(double rate) {
    return new TrafficPlan(seed, customers, liveStart, rate, crowd);
  }
}
