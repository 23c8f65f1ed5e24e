package io.kairos.local.traffic;

import io.kairos.local.InputEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The events of a shop, endless, in the order of event time, the same for the same plan. It begins
 * with some months of history of a few customers and an hour of ordinary traffic, which a feed is
 * to send at once; from {@link #liveStart()} on it is to be paced.
 */
public final class Traffic implements Iterator<InputEvent> {
  private final Instant liveStart;
  private final PriorityQueue<Shopper> shoppers =
      new PriorityQueue<>(
          Comparator.comparingLong(Shopper::nextMillis).thenComparingInt(Shopper::number));

  public Traffic(TrafficPlan plan) {
    this.liveStart = plan.liveStart();
    IntStream.range(0, plan.customers())
        .mapToObj(number -> Casting.shopper(plan, number))
        .forEach(shoppers::add);
  }

  /** Where history ends: the event time that the live part begins at. */
  public Instant liveStart() {
    return liveStart;
  }

  /** Always true. */
  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public InputEvent next() {
    Shopper shopper = shoppers.remove();
    InputEvent event = shopper.next();
    shoppers.add(shopper);
    return event;
  }
}
