package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.profile.Calendar;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.segment.Tier;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The default rule vip-upgrade, and the tiers that it speaks of. */
class TierUpgradeStoryTest {
  private static final String RULE = "vip-upgrade";
  private static final String NOON = "2026-03-10T12:00";
  private final Story story = Story.of("u1").at("2026-03-10T10:00");

  @ParameterizedTest
  @CsvSource({
    "1199999, 3, none", "1200000, 3, gold", "1200001, 3, gold",
    "2999999, 5, gold", "3000000, 5, platinum", "3000001, 5, platinum",
    "5999999, 10, platinum", "6000000, 10, diamond", "6000001, 10, diamond",
  })
  void demandsAMonthlyAverage(long sixMonthsMinor, int orders, String tier) {
    pays(orders, sixMonthsMinor);

    assertThat(tier(NOON)).isEqualTo(Tier.of(tier));
  }

  @ParameterizedTest
  @CsvSource({
    "2, none",
    "3, gold",
    "4, gold",
    "5, platinum",
    "6, platinum",
    "9, platinum",
    "10, diamond",
    "11, diamond",
  })
  void demandsANumberOfOrders(int orders, String tier) {
    pays(orders, 10_000_00 * 6);

    assertThat(tier(NOON)).isEqualTo(Tier.of(tier));
  }

  @Test
  void speaksAtThePaymentThatRaisesTheTier() {
    pays(3, 2_000_00 * 6);

    Heard heard = story.until(NOON);

    assertThat(heard.sends(RULE)).containsExactly("2026-03-10T10:00");
    assertThat(heard.sent(RULE).get(0).why().reason())
        .isEqualTo("Tier is now gold: 2000.00 CNY a month over 6 months in 3 orders.");
  }

  @Test
  void speaksOnceForEachTierOnTheWayUp() {
    pays(3, 2_000_00 * 6);
    story.at("11:00").pays("big1", 30_000_00).pays("big2", 1_00);

    Heard heard = story.until(NOON);

    assertThat(heard.sends(RULE)).containsExactly("2026-03-10T10:00", "2026-03-10T11:00");
    assertThat(heard.sent(RULE))
        .extracting(t -> t.customer().tier())
        .containsExactly(Tier.GOLD, Tier.PLATINUM);
  }

  @Test
  void speaksOfATierAgainOnlyAfterAYear() {
    pays(3, 2_000_00 * 6);
    story.at("11:00").refunds("o1", "r1", 1_00).at("11:30").pays("more", 2_00);

    assertThat(story.until(NOON).fates(RULE)).containsExactly(Fate.SENT, Fate.AGAIN);
  }

  @Test
  void manyRemindersOfCartsDoNotMakeItForgetThat() {
    pays(3, 2_000_00 * 6);
    story.later(Duration.ofHours(1));
    for (int cart = 0; cart < 30; cart++) {
      story.adds("tea", 1, 15_00).later(Duration.ofHours(2)).emptiesCart();
      story.later(Duration.ofHours(1));
    }
    story.refunds("o1", "r1", 1_00).later(Duration.ofHours(1)).pays("more", 2_00);

    assertThat(story.soFar().sends("cart-abandon")).hasSize(30);
    assertThat(story.later(Duration.ofHours(1)).soFar().fates(RULE))
        .containsExactly(Fate.SENT, Fate.AGAIN);
  }

  @Test
  void anOrderThatIsOnlyPlacedCountsForNothing() {
    story.places("o1", "tea").places("o2", "tea").places("o3", "tea");

    assertThat(story.until(NOON).facts().ordersInSixMonths()).isZero();
  }

  @Test
  void countsTheCurrentMonthAndTheFiveBefore() {
    Story paid = Story.of("u1").at("2025-10-01T00:00").pays("o1", 12_000_00);
    paid.at("2026-03-31T23:00").pays("o2", 1_00).pays("o3", 1_00);

    assertThat(paid.until("2026-03-31T23:59").state().standing().rank()).isEqualTo(Tier.GOLD);
  }

  @Test
  void doesNotCountTheSixthMonthBefore() {
    Story paid = Story.of("u1").at("2025-09-30T23:59:59.999").pays("o1", 12_000_00);
    paid.at("2026-03-31T23:00").pays("o2", 1_00).pays("o3", 1_00);

    assertThat(paid.until("2026-03-31T23:59").state().standing().rank()).isEqualTo(Tier.NONE);
  }

  @Test
  void filesAnOrderUnderTheMonthInWhichItWasPlaced() {
    story
        .paysOrderPlaced("2026-01-05T10:00", "o1", 10_00)
        .paysOrderPlaced("2025-09-30T10:00", "o2", 20_00);

    Heard heard = story.until(NOON);

    assertThat(heard.monthMinor()).containsExactly(0, 0, 0, 10_00, 0, 0);
    assertThat(heard.state().profile().spending().paidMinor()).isEqualTo(30_00);
  }

  @Test
  void anOrderThatSaysItIsFromTheFutureCountsInThisMonth() {
    story.paysOrderPlaced("2026-04-01T00:00", "o1", 10_00);

    assertThat(story.until(NOON).monthMinor()).containsExactly(0, 0, 0, 0, 0, 10_00);
  }

  @Test
  void aRefundCountsBackInTheMonthOfItsOrder() {
    Story paid = Story.of("u1").at("2026-01-31T10:00").pays("o1", 100_00);
    paid.at("2026-03-10T10:00").refunds("o1", "r1", 30_00);

    assertThat(paid.until(NOON).monthMinor()).containsExactly(0, 0, 0, 70_00, 0, 0);
  }

  @Test
  void aCancellationGivesBackTheMoneyAndTheOrder() {
    pays(3, 2_000_00 * 6);
    story.at("2026-04-02T10:00").cancels("o1");

    Heard heard = story.until("2026-04-03T00:00");

    assertThat(heard.state().standing().rank()).isEqualTo(Tier.NONE);
    assertThat(heard.facts().ordersInSixMonths()).isEqualTo(2);
    assertThat(heard.monthMinor()[4]).isEqualTo(2);
  }

  @Test
  void aRefundOfACancelledOrderGivesNothingBackTwice() {
    story.pays("o1", 100_00).at("11:00").cancels("o1").at("11:05").refunds("o1", "r1", 100_00);

    assertThat(story.until(NOON).facts().monthlyAverageMinor()).isZero();
  }

  @Test
  void refundsInPartsTakeTheOrderAwayWithTheLastPart() {
    story.pays("o1", 100_00).at("11:00").refunds("o1", "r1", 60_00);
    assertThat(story.until("11:00").facts().ordersInSixMonths()).isEqualTo(1);

    story.at("11:05").refunds("o1", "r2", 40_00);
    assertThat(story.until("11:05").facts().ordersInSixMonths()).isZero();
  }

  @Test
  void aRefundThatComesBeforeItsPaymentIsNotForgotten() {
    story.places("o1", "tea").refunds("o1", "r1", 30_00).at("11:00").pays("o1", 100_00);
    story.at("11:30").cancels("o1");

    assertThat(story.until(NOON).facts().monthlyAverageMinor()).isZero();
  }

  @Test
  void aPaymentAfterTheCancellationCountsForNothing() {
    story.places("o1", "tea").at("11:00").cancels("o1").at("11:05").pays("o1", 100_00);

    assertThat(story.until(NOON).facts().monthlyAverageMinor()).isZero();
  }

  @Test
  void aRefundSoonAfterTakesTheMessageBack() {
    pays(3, 2_000_00 * 6);
    story.at("10:10").refunds("o1", "r1", 1_00);

    assertThat(story.until(NOON).cancels()).containsExactly("STOPPED 2026-03-10T10:10");
  }

  @Test
  void aLossOfTheTierInTheSameInstantStopsTheMessage() {
    pays(3, 2_000_00 * 6);
    story.refunds("o1", "r1", 1_00);

    assertThat(story.until(NOON).fates(RULE)).containsExactly(Fate.STOPPED);
  }

  @Test
  void fallingToATierKeepsTheMessageOfThatTier() {
    pays(3, 2_000_00 * 6);
    story.pays("big", 30_000_00).pays("o5", 1_00).refunds("big", "r1", 30_000_00);

    assertThat(story.until(NOON).fates(RULE)).containsExactly(Fate.STOPPED, Fate.SENT);
    assertThat(story.until(NOON).sent(RULE).get(0).customer().tier()).isEqualTo(Tier.GOLD);
  }

  @Test
  void theCalendarTakesTheTierAwayWithinSixHoursOfTheMonthsTurn() {
    pays(3, 2_000_00 * 6);
    long turn = Calendar.SPREAD_MILLIS;

    Heard heard = story.until("2026-09-01T06:00");

    assertThat(tier("2026-08-31T23:59:59.999")).isEqualTo(Tier.GOLD);
    assertThat(heard.state().standing().rank()).isEqualTo(Tier.NONE);
    long since = heard.state().standing().holding().sinceMillis();
    long start = Story.SHOP.startOf(2026 * 12 + 8);
    assertThat(since).isBetween(start, start + turn);
  }

  @Test
  void reviewsOfDifferentCustomersAreSpread() {
    long one = reviewOf("u1");
    long other = reviewOf("u2");

    assertThat(one).isNotEqualTo(other);
  }

  /** When the calendar takes the tier away. */
  private static long reviewOf(String customer) {
    Story paid = Story.of(customer).at("2026-03-10T10:00");
    paid.pays("o1", 12_000_00).pays("o2", 1).pays("o3", 1);
    return paid.until("2026-09-02T00:00").state().standing().holding().sinceMillis();
  }

  /** So many orders that come to a sum: the first carries all but a cent for each other one. */
  private void pays(int orders, long sumMinor) {
    story.pays("o1", sumMinor - (orders - 1));
    for (int i = 2; i <= orders; i++) {
      story.pays("o" + i, 1);
    }
  }

  private Tier tier(String until) {
    return story.until(until).state().standing().rank();
  }

  @Test
  void anEventWithoutATierBeginsNothingForOne() {
    String rule =
        """
        rules:
          - {id: odd, event: [order.paid, tier.raised], per: tier, after: 1h,
             send: {channel: push, template: t}}
        tiers: [{id: gold, monthlyAverage: 1, orders: 2}]
        """;
    Story odd = Story.under(RuleFile.parse(rule, "CNY")).at("10:00").pays("o1", 100_00);

    assertThat(odd.until("12:00").decisions()).isEmpty();
    assertThat(odd.at("12:30").pays("o2", 100_00).until("14:00").sends("odd"))
        .containsExactly("2026-03-10T13:30");
  }
}
