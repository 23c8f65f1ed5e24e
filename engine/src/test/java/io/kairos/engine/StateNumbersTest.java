package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.cleaning.Repeats;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Origin;
import io.kairos.engine.event.Price;
import io.kairos.engine.event.Timing;
import io.kairos.engine.fact.EventField;
import io.kairos.engine.profile.DayCount;
import io.kairos.engine.profile.KnownOrder;
import io.kairos.engine.segment.Tier;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The numbers that stand in state for constants. One that changes makes something else of what was
 * kept of every customer: a new constant goes to the end, and into its table here.
 */
class StateNumbersTest {

  @Test
  void ofWhatIsCountedByDay() {
    assertThat(numbers(DayCount.values()))
        .isEqualTo(
            """
            0 VIEWS
            1 BROWSE_SECONDS
            2 CART_ADDS
            3 CART_SESSIONS
            4 LIKES
            5 COMMENTS
            6 SHARES
            7 CART_ORDER_SESSIONS
            """);
  }

  @Test
  void ofTiers() {
    assertThat(numbers(Tier.values()))
        .isEqualTo(
            """
            0 NONE
            1 GOLD
            2 PLATINUM
            3 DIAMOND
            """);
  }

  @Test
  void ofHowFarTheMoneyOfAnOrderHasCome() {
    assertThat(numbers(KnownOrder.State.values()))
        .isEqualTo(
            """
            0 UNPAID
            1 PAID
            2 RETURNED
            """);
  }

  @Test
  void ofTheFieldsThatARunKeeps() {
    assertThat(numbers(EventField.values()))
        .isEqualTo(
            """
            0 NAME
            1 TO
            2 SEGMENT
            3 ITEM
            4 CATEGORY
            5 BRAND
            6 PRICE
            7 QUERY
            8 RATING
            9 CONTENT_TYPE
            10 CUSTOM
            11 PLATFORM
            12 CITY
            13 CAMPAIGN
            14 PLACE
            15 HOUR
            16 WEEKDAY
            17 ORDER_ID
            18 ORDER_TOTAL
            19 ORDER_DISCOUNT
            20 ORDER_ITEMS
            21 ORDER_TOP_CATEGORY
            22 ORDER_PAY_BY
            23 ORDER_REFUND
            """);
  }

  /** In the events that wait for the watermark. */
  @Test
  void ofTopics() {
    assertThat(numbers(Origin.values()))
        .isEqualTo(
            """
            0 CUSTOMERS
            1 CLICKSTREAM
            2 CART
            3 ORDERS
            """);
  }

  /** What tells repeats apart has the name of the topic in it. */
  @ParameterizedTest
  @CsvSource({
    "CUSTOMERS, 0x4cb0089f69",
    "CLICKSTREAM, 0xf0d1cb4223",
    "CART, 0xd6dc0ebd58",
    "ORDERS, 0x1b9e29bc52"
  })
  void ofAnEventOfATopic(Origin origin, String identity) {
    Header header = new Header("u1", "e1", origin, Timing.of(0, 0, 0, 0), Map.of());
    var event = new Click(header, EventName.VIEW, Item.NONE, Price.UNKNOWN, Click.Content.NONE);

    assertThat(Repeats.identity(event)).isEqualTo(Long.decode(identity));
  }

  private static String numbers(Enum<?>[] constants) {
    return Stream.of(constants)
        .map(constant -> constant.ordinal() + " " + constant.name() + "\n")
        .collect(Collectors.joining());
  }
}
