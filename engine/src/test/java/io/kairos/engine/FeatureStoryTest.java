package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.condition.ConditionCompiler;
import io.kairos.engine.condition.Motion;
import io.kairos.engine.condition.Truth;
import io.kairos.engine.event.AmountRange;
import io.kairos.engine.event.Birth;
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
import io.kairos.engine.profile.Declared;
import java.util.List;
import org.junit.jupiter.api.Test;

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
  void whoIsNotBornYetComesIntoTheFirstBandWithBirth() {
    story.tells(new CustomerChange.Details(null, null, null, null, null, new Birth(2026, 3, 20)));
    Facts facts = story.until("2026-03-12T00:00").facts();
    long born = feature("customer.ageBand").motion().changes(facts);

    assertThat(born).isNotEqualTo(Motion.NEVER);
    assertThat(value("customer.ageBand", facts.at(born - 1))).isEqualTo("unknown");
    assertThat(value("customer.ageBand", facts.at(born))).isEqualTo("under-18");
  }

  @Test
  void aCategoryWithALongNameIsKnownAsBought() {
    String category = "a-category-with-a-name-of-more-than-forty-bytes";
    Price price = new Price(10_00, 0, null);
    var line = new OrderLine(new Item("tea", category, null), 1, price, 0);
    var money =
        new OrderStatus.Money(
            10_00, OrderStatus.Saving.NONE, OrderStatus.Refund.NONE, AmountRange.NONE, null);
    story.orders(EventName.ORDER_PAID, "o1", List.of(line), money);
    Facts facts = story.until("11:00").facts();

    var words = FactVocabulary.of(Declared.NOTHING, List.of(), List.of(), 2);
    String asked = "boughtWithin('" + category + "', 30)";

    assertThat(new ConditionCompiler<>(words).condition(asked).test(facts)).isEqualTo(Truth.HOLDS);
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
