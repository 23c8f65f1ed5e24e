package io.kairos.local.traffic;

import io.kairos.local.traffic.Customer.Word;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Gives each customer number its person, story and habits. */
final class Casting {
  /** Mean events of a visit, order statuses included, as the tempers and fates make it. */
  static final double EVENTS_PER_VISIT = 5.6;

  private static final int NEAR_A_TIER_EVERY = 80;
  private static final int GONE_QUIET_EVERY = 50;
  private static final int NEWCOMER_EVERY = 7;

  private Casting() {}

  static Shopper shopper(TrafficPlan plan, int number) {
    RandomGenerator random = new SplittableRandom(plan.seed() * 1_000_003 + number);
    Story story = story(number);
    Word word = story == Story.GONE_QUIET ? Word.LOYAL : Word.drawn(random);
    Customer customer = Customer.drawn(plan.crowd(), number, word, random);
    DayRhythm rhythm = new DayRhythm(meanGapMillis(plan), plan.crowd().zone());
    Shopper shopper = new Shopper(number, customer, story.temper(), rhythm, random);
    story.begin(shopper, nth(story, number), plan.liveStart().toEpochMilli(), random);
    return shopper;
  }

  private static Story story(int number) {
    if (number % NEAR_A_TIER_EVERY == 0) {
      return Story.NEAR_A_TIER;
    }
    if (number % GONE_QUIET_EVERY == 1) {
      return Story.GONE_QUIET;
    }
    return number % NEWCOMER_EVERY == 2 ? Story.NEWCOMER : Story.KNOWN;
  }

  private static int nth(Story story, int number) {
    return switch (story) {
      case NEAR_A_TIER -> number / NEAR_A_TIER_EVERY;
      case GONE_QUIET -> number / GONE_QUIET_EVERY;
      case NEWCOMER -> number / NEWCOMER_EVERY;
      case KNOWN -> number;
    };
  }

  private static double meanGapMillis(TrafficPlan plan) {
    return plan.customers() * EVENTS_PER_VISIT * 1_000 / plan.eventsPerSecond();
  }
}
