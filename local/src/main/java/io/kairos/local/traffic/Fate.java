package io.kairos.local.traffic;

import io.kairos.wire.OrderType;
import java.util.List;
import java.util.random.RandomGenerator;

/** How an order ends: the statuses that follow the placing, each with its usual delay. */
enum Fate {
  DELIVERED(0.90, Step.PAID, Step.SHIPPED, Step.DELIVERED),
  NEVER_PAID(0.03, Step.TIMED_OUT),
  CANCELLED(0.03, Step.PAID, Step.CANCELLED),
  REFUNDED(0.04, Step.PAID, Step.SHIPPED, Step.DELIVERED, Step.REFUNDED);

  /**
   * One status; the delay counts from the status before and is drawn from half to one and a half.
   */
  enum Step {
    PAID(OrderType.PAID, 40_000),
    TIMED_OUT(OrderType.CANCELLED, 30 * 60_000),
    CANCELLED(OrderType.CANCELLED, 90 * 60_000),
    SHIPPED(OrderType.SHIPPED, 16 * 3_600_000),
    DELIVERED(OrderType.DELIVERED, 40 * 3_600_000),
    REFUNDED(OrderType.REFUNDED, 60 * 3_600_000);

    private final OrderType type;
    private final long usualDelayMillis;

    Step(OrderType type, long usualDelayMillis) {
      this.type = type;
      this.usualDelayMillis = usualDelayMillis;
    }

    OrderType type() {
      return type;
    }

    long delayMillis(RandomGenerator random) {
      return usualDelayMillis / 2 + random.nextLong(usualDelayMillis);
    }
  }

  private final double share;
  private final List<Step> steps;

  Fate(double share, Step... steps) {
    this.share = share;
    this.steps = List.of(steps);
  }

  List<Step> steps() {
    return steps;
  }

  static Fate drawn(RandomGenerator random) {
    double left = random.nextDouble();
    for (Fate fate : values()) {
      left -= fate.share;
      if (left < 0) {
        return fate;
      }
    }
    return DELIVERED;
  }
}
