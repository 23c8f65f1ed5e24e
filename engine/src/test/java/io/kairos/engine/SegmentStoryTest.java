package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Click;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Price;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.segment.Left;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When stages and segments of the default file hold, at each limit. */
class SegmentStoryTest {
  private static final String SPRING = "2026-03-10T10:00";

  @ParameterizedTest
  @CsvSource({"29999_99, 5, false", "30000_00, 5, true", "30000_01, 5, true", "30000_00, 4, false"})
  void highValueNeeds5000AMonthAnd5OrdersInSixMonths(String sum, int orders, boolean holds) {
    Story story = Story.of("u1").at(SPRING);
    long total = Long.parseLong(sum.replace("_", ""));
    for (int i = 1; i < orders; i++) {
      story.pays("o" + i, 1_00);
    }
    story.pays("last", total - (orders - 1) * 1_00L);

    assertThat(story.until("23:00").isIn("high-value")).isEqualTo(holds);
  }

  @Test
  void theCalendarTakesHighValueAwayAtTheTurnOfTheMonth() {
    Story story = Story.of("u1").at(SPRING);
    for (int i = 0; i < 5; i++) {
      story.pays("o" + i, 6_000_00);
    }

    assertThat(story.until("2026-08-31T23:59:59").isIn("high-value")).isTrue();
    assertThat(story.until("2026-09-01T06:00").isIn("high-value")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"199_99, false", "200_00, true", "500_00, true", "500_01, false"})
  void aFirstPurchaseOf200To500ShowsPotential(String amount, boolean holds) {
    Story story = Story.of("u1").at(SPRING).pays("o1", Long.parseLong(amount.replace("_", "")));

    assertThat(story.until("23:00").isIn("potential")).isEqualTo(holds);
  }

  @Test
  void aSecondPurchaseEndsThePotentialOfTheFirst() {
    Story story = Story.of("u1").at(SPRING).pays("o1", 300_00);

    assertThat(story.later(Duration.ofDays(1)).pays("o2", 1_00).soFar().isIn("potential"))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"29, 5, false", "30, 5, true", "30, 4, false", "31, 6, true"})
  void muchBrowsingAndManyAddsWithoutAnOrderShowPotential(int minutes, int adds, boolean holds) {
    Story story = browses(minutes, adds);

    assertThat(story.soFar().isIn("potential")).isEqualTo(holds);
  }

  @Test
  void thatPotentialFadesWithItsDays() {
    Story story = browses(31, 5);

    assertThat(story.until("2026-04-08T23:59").isIn("potential")).isTrue();
    assertThat(story.until("2026-04-09T06:00").isIn("potential")).isFalse();
  }

  /** Ten sessions with a cart, of which so many end in an order. */
  @ParameterizedTest
  @CsvSource({"2, false", "3, false", "1, false"})
  void manyCartsButFewOrders(int orders, boolean holds) {
    assertThat(carts(10, orders).soFar().isIn("potential")).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"7, 2, false", "6, 2, true", "5, 2, true"})
  void aConversionOfAtLeast30PercentBelow3OrdersShowsPotential(
      int carts, int orders, boolean holds) {
    assertThat(carts(carts, orders).soFar().isIn("potential")).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"2026-09-06T09:59:59.999, active", "2026-09-06T10:00, churn-risk"})
  void churnThreatensAfter180DaysWithoutActivity(String until, String stage) {
    assertThat(Story.of("u1").at(SPRING).pays("o1", 100_00).until(until).stage()).isEqualTo(stage);
  }

  @ParameterizedTest
  @CsvSource({"2, churn-risk", "3, regular", "4, regular"})
  void threeOrdersInAYearKeepARegular(int orders, String stage) {
    Story story = Story.under(withoutPrediction()).at(SPRING);
    for (int i = 0; i < orders; i++) {
      story.pays("o" + i, 100_00);
    }

    assertThat(story.until("2026-09-06T10:00").stage()).isEqualTo(stage);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2027-03-10T09:59:59.999, churn-risk",
    "1, 2027-03-10T10:00, lost",
    "2, 2027-03-10T10:00, churn-risk"
  })
  void aYearWithoutActivityLosesAOneTimeBuyer(int orders, String until, String stage) {
    Story story = Story.under(withoutPrediction()).at(SPRING);
    for (int i = 0; i < orders; i++) {
      story.pays("o" + i, 100_00);
    }

    assertThat(story.until(until).stage()).isEqualTo(stage);
  }

  @ParameterizedTest
  @CsvSource({"2026-04-09T09:59:59.999, new", "2026-04-09T10:00, active"})
  void newEndsAfter30Days(String until, String stage) {
    Story story = Story.of("u1").at(SPRING).views("tea");

    assertThat(story.until(until).stage()).isEqualTo(stage);
  }

  @Test
  void aSecondPaidOrderEndsNew() {
    Story story = Story.of("u1").at(SPRING).pays("o1", 10_00);

    assertThat(story.until("11:00").stage()).isEqualTo("new");
    assertThat(story.at("12:00").pays("o2", 10_00).soFar().stage()).isEqualTo("active");
  }

  @Test
  void probablyLostByTheModelIsChurnRiskOnTheDayThatIsSolvedFor() {
    Story story = Story.of("u1").at("2026-01-01T10:00");
    for (int i = 0; i < 8; i++) {
      story.pays("o" + i, 10_00).later(Duration.ofDays(1));
    }
    Heard inTheEnd = story.until("2026-12-31T00:00");
    Left before =
        inTheEnd.state().standing().left().stream()
            .filter(left -> left.was().name().equals("regular"))
            .findFirst()
            .orElseThrow();
    String turn = Heard.local(before.untilMillis() + 1000);

    double after = story.until(turn).number("prediction.pAlive");
    LocalDateTime dayBefore = LocalDateTime.parse(turn).minusDays(1);
    double earlier = story.until(dayBefore.toString()).number("prediction.pAlive");

    assertThat(after).isLessThan(0.30);
    assertThat(earlier).isGreaterThanOrEqualTo(0.30);
  }

  @Test
  void oneTimeBuyersHaveARuleOfTheirOwnSinceTheModelCannotTell() {
    Story story = Story.of("u1").at(SPRING).pays("o1", 10_00);

    assertThat(story.until("2026-12-01T00:00").number("prediction.pAlive")).isEqualTo(1);
    assertThat(story.until("2026-07-07T23:59").isIn("one-time-lapsed")).isFalse();
    assertThat(story.until("2026-07-08T06:00").isIn("one-time-lapsed")).isTrue();
  }

  @Test
  void rulesCanStartOnEnteringAndLeaving() {
    String yaml =
        """
        stages: [{id: seen, when: activity.views >= 1}, {id: unseen}]
        segments: [{id: looker, when: activity.viewsIn30Days >= 2 && segment('seen')}]
        rules:
          - {id: welcome, event: segment.entered, where: event.segment == 'looker',
             send: {channel: push, template: t}}
          - {id: bye, event: segment.left, where: event.segment == 'looker',
             send: {channel: push, template: t}}
        """;
    Story story = Story.under(RuleFile.parse(yaml, "CNY")).at(SPRING).views("tea");
    story.at("11:00").views("milk");

    Heard heard = story.until("2026-04-09T06:00");

    assertThat(heard.sends("welcome")).containsExactly("2026-03-10T11:00");
    assertThat(heard.sends("bye"))
        .singleElement()
        .satisfies(at -> assertThat(at).startsWith("2026-04-09T0"));
    assertThat(heard.stage()).isEqualTo("seen");
  }

  @Test
  void aSegmentThatIsNoLongerDeclaredIsLeft() {
    Story story = Story.of("u1").at(SPRING).pays("o1", 300_00);
    RuleSet without = RuleFile.parse("stages: [{id: everyone}]", "CNY");
    CustomerState state = story.until("11:00").state();
    Heard heard = new Heard();

    CustomerState after =
        new CustomerEngine(without, Story.SHOP, 0)
            .advance(
                state,
                Story.of("u1").at("2026-03-11T10:00").views("tea").events(),
                Long.MAX_VALUE,
                heard);

    assertThat(state.standing().in("potential")).isTrue();
    assertThat(after.standing().segments()).isEmpty();
    assertThat(after.standing().stage()).isEqualTo("everyone");
  }

  @Test
  void anotherSegmentDoesNotMoveTheWaitOfARule() {
    String yaml =
        """
        segments:
          - {id: looker, when: activity.views >= 1}
          - {id: liker, when: activity.likesIn30Days >= 1}
        rules:
          - {id: hello, event: segment.entered, where: event.segment == 'looker', after: 1h,
             send: {channel: push, template: t}}
        """;
    Story story = Story.under(RuleFile.parse(yaml, "CNY")).at(SPRING).views("tea").at("10:30");
    story.clicks(EventName.LIKE, Item.of("tea"), Price.UNKNOWN, Click.Content.NONE);

    assertThat(story.until("23:00").sends("hello")).containsExactly("2026-03-10T11:00");
  }

  @Test
  void theProfileRemembersWhatEnded() {
    Story story = Story.of("u1").at(SPRING).pays("o1", 300_00);

    Heard heard = story.at("2026-03-11T10:00").pays("o2", 300_00).until("23:00");

    assertThat(heard.state().standing().left())
        .extracting(left -> left.was().name())
        .containsExactly("potential", "new");
  }

  /** The default file without what the model says, to see the other conditions alone. */
  private static RuleSet withoutPrediction() {
    String yaml = DefaultFile.text().replaceAll("\\|\\| prediction\\.pAlive < 0\\.\\d+", "");
    return RuleFile.parse(yaml, "CNY");
  }

  /** A session of so many minutes in which something is put in the cart so often. */
  private static Story browses(int minutes, int adds) {
    Story story = Story.of("u1").at(SPRING);
    for (int i = 0; i < adds; i++) {
      story.adds("tea", 1, 1_00);
    }
    return story
        .later(Duration.ofMinutes(29))
        .views("tea")
        .later(Duration.ofMinutes(minutes - 29))
        .views("tea");
  }

  private static Story carts(int carts, int orders) {
    Story story = Story.of("u1").at(SPRING);
    for (int i = 0; i < carts; i++) {
      story.adds("tea", 1, 1_00);
      if (i < orders) {
        story.later(Duration.ofMinutes(1)).pays("o" + i, 700_00);
      }
      story.later(Duration.ofHours(2));
    }
    return story;
  }
}
