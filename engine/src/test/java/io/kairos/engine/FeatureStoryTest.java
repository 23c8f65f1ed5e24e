package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.condition.ConditionCompiler;
import io.kairos.engine.condition.Motion;
import io.kairos.engine.condition.Truth;
import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.AmountRange;
import io.kairos.engine.event.Birth;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.event.Price;
import io.kairos.engine.fact.FactVocabulary;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Feature;
import io.kairos.engine.fact.Features;
import io.kairos.engine.fact.GroupNames;
import io.kairos.engine.profile.Declared;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Features at the edges of their definitions. */
class FeatureStoryTest {
  private final Story story = Story.of("u1").at("2026-03-10T10:00");

  @Test
  void anHourOfTheCustomersClockCountsOnceWhereItBeginsAtHalfPast() {
    story.tells(new CustomerChange.Details(null, null, null, null, "Asia/Kolkata", Birth.UNKNOWN));
    story.at("10:20").views("tea").at("10:40").views("tea");
    story.at("2026-03-11T10:40").views("tea");

    assertThat(value("activity.bestHour", story.until("2026-03-12T00:00").facts())).isEqualTo(8.0);
  }

  @Test
  void whatIsGivenBackBeforeItsPaymentIsHeardOfCountsOnTheDayOfTheOrder() {
    story.places("o1", "tea").refunds("o1", "r1", 30_00).at("11:00").pays("o1", 100_00);
    Facts facts = story.until("2026-04-15T12:00").facts();

    assertThat(value("spending.in30Days", facts)).isEqualTo(0.0);
    assertThat(value("spending.in90Days", facts)).isEqualTo(70.0);
  }

  @Test
  void anOrderThatWasWhollyGivenBackBeforeItsPaymentIsHeardOfIsNotKept() {
    story.places("o1", "tea").refunds("o1", "r1", 100_00).at("11:00").pays("o1", 100_00);
    Facts facts = story.until("12:00").facts();

    assertThat(value("orders.paid", facts)).isEqualTo(1.0);
    assertThat(value("orders.kept", facts)).isEqualTo(0.0);
  }

  @Test
  void moreGivenBackThanWasPaidTakesNothingOffOthers() {
    story.places("o1", "tea").refunds("o1", "r1", 100_00).at("11:00").pays("o1", 90_00);
    story.at("11:30").pays("o2", 50_00);
    Facts facts = story.until("12:00").facts();

    assertThat(value("spending.in30Days", facts)).isEqualTo(50.0);
  }

  @ParameterizedTest
  @CsvSource({"49.99, 1", "50, 2", "200, 3", "499.99, 3", "500, 4", "1999.9, 4", "2000, 5"})
  void aPriceOnALimitIsInTheBandAboveIt(double price, int band) {
    for (int day = 10; day < 20; day++) {
      Price seen = new Price(Math.round(price * 100), 0, null);
      story.at("2026-03-" + day + "T10:00");
      story.clicks(EventName.VIEW, Item.of("tea"), seen, Click.Content.NONE);
    }
    Facts facts = story.until("2026-03-20T00:00").facts();

    assertThat(value("interests.priceBandViewed", facts)).isEqualTo((double) band);
  }

  @Test
  void aShareIsExactlyWhatItIsOnPaper() {
    for (int day = 10; day < 15; day++) {
      story.at("2026-03-" + day + "T10:00").adds("tea", 1, 10_00);
      if (day > 10) {
        story.places("o" + day, "tea");
      }
    }
    Facts facts = story.until("2026-03-15T00:00").facts();

    assertThat(value("activity.cartAbandonment", facts)).isEqualTo(0.2);
    assertThat(value("activity.cartAbandonmentIn30Days", facts)).isEqualTo(0.2);
  }

  @Test
  void whoIsNotBornYetComesIntoTheFirstBandWithBirth() {
    story.tells(new CustomerChange.Details(null, null, null, null, null, new Birth(2026, 3, 20)));
    Facts facts = story.until("2026-03-12T00:00").facts();
    long born = feature("customer.ageBand").motion().changes(facts);

    assertThat(born).isNotEqualTo(Motion.NEVER);
    assertThat(value("customer.ageBand", facts.at(born - 1))).isEqualTo("unknown");
    assertThat(value("customer.ageBand", facts.at(born))).isEqualTo("under-18");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-category-with-a-name-of-more-than-forty-bytes",
        "electronics.phones.smartphones.accessories"
      })
  void aCategoryWithALongNameIsKnown(String category) {
    Price price = new Price(10_00, 0, null);
    var line = new OrderLine(new Item("tea", category, null), 1, price, 0);
    var money =
        new OrderStatus.Money(
            10_00, OrderStatus.Saving.NONE, OrderStatus.Refund.NONE, AmountRange.NONE, null);
    story.orders(EventName.ORDER_PAID, "o1", List.of(line), money);
    Facts facts = story.until("11:00").facts();

    GroupNames groups = new GroupNames(List.of(), List.of(), List.of());
    var words = FactVocabulary.of(Declared.NOTHING, groups, List.of(), 2);
    for (String asked : new String[] {"boughtWithin('%s', 30)", "interest('%s') == 1"}) {
      var condition = new ConditionCompiler<>(words).condition(asked.formatted(category));

      assertThat(condition.test(facts)).as(asked).isEqualTo(Truth.HOLDS);
    }
  }

  @Test
  void aRunKnowsALongCategoryAsTheProfileDoes() {
    String category = "electronics.phones.smartphones.accessories";
    String rule =
        "rules: [{id: r, event: view, after: 1h, when: \"!boughtWithin(event.category, 30)\","
            + " send: {channel: push, template: t}}]";
    Story buyer = Story.under(rule).at("2026-03-10T10:00");
    var line = new OrderLine(new Item("tea", category, null), 1, new Price(10_00, 0, null), 0);
    buyer.orders(EventName.ORDER_PAID, "o1", 10_00, null, line).at("12:00").views("tea", category);

    assertThat(buyer.until("14:00").fates("r")).containsExactly(Fate.CONDITION);
  }

  private static Object value(String name, Facts facts) {
    Feature.Reading reading = feature(name).reading();
    return reading instanceof Feature.Number number
        ? (Object) number.of().applyAsDouble(facts)
        : ((Feature.Text) reading).of().apply(facts);
  }

  private static Feature feature(String name) {
    return Features.all().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }
}
