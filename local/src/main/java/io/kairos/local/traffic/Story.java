package io.kairos.local.traffic;

import java.util.random.RandomGenerator;

/**
 * How a customer comes into the traffic. Who gets which story is fixed by number, so that the first
 * minutes show every kind of trigger whatever the seed.
 */
enum Story {
  /** Has spent to just below a tier, and spends what is missing soon after the live start. */
  NEAR_A_TIER(Temper.BIG_SPENDER) {
    @Override
    void begin(Shopper shopper, int nth, long liveMillis, RandomGenerator random) {
      Climb.of(nth).begin(shopper, liveMillis);
      long visit = liveMillis + MINUTE + nth * CLIMB_SPACING;
      shopper.buy(visit, Climb.LAST_STEP_CENTS);
      shopper.visitAfter(visit + HOUR);
    }
  },

  /** Bought once and came back once; the 30 days of silence end soon after the live start. */
  GONE_QUIET(Temper.CASUAL) {
    @Override
    void begin(Shopper shopper, int nth, long liveMillis, RandomGenerator random) {
      long silenceEnds = liveMillis + MINUTE + nth * SILENCE_SPACING;
      long lastVisit = silenceEnds - 30 * DAY;
      shopper.register(lastVisit - 20 * DAY - random.nextLong(5 * DAY));
      shopper.buy(lastVisit - 10 * DAY, 200_00 + random.nextLong(600_00));
      shopper.lookAround(lastVisit);
      shopper.visitAfter(silenceEnds + DAY);
    }
  },

  /** Registers after the live start and looks around at once. */
  NEWCOMER(Temper.CASUAL) {
    @Override
    void begin(Shopper shopper, int nth, long liveMillis, RandomGenerator random) {
      long registered = liveMillis + (long) ((nth + random.nextDouble()) * ARRIVAL_SPACING);
      shopper.register(registered);
      shopper.visitFrom(registered + 5_000 + random.nextLong(MINUTE));
    }
  },

  /**
   * Registered weeks ago. Visits begin an hour before the live start, so that carts are already
   * waiting when it comes.
   */
  KNOWN(Temper.CASUAL) {
    @Override
    void begin(Shopper shopper, int nth, long liveMillis, RandomGenerator random) {
      shopper.register(liveMillis - DAY - random.nextLong(60 * DAY));
      shopper.visitAfter(liveMillis - HOUR);
    }
  };

  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long CLIMB_SPACING = 36_000;
  private static final long SILENCE_SPACING = 90_000;
  private static final long ARRIVAL_SPACING = 72_000;

  private final Temper temper;

  Story(Temper temper) {
    this.temper = temper;
  }

  Temper temper() {
    return temper;
  }

  /**
   * Plans what lies before the live start and when habit takes over.
   *
   * @param nth number among the customers of this story, from 0
   * @param liveMillis the live start, epoch milliseconds
   */
  abstract void begin(Shopper shopper, int nth, long liveMillis, RandomGenerator random);
}
