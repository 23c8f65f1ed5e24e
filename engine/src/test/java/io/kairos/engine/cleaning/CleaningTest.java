package io.kairos.engine.cleaning;

import static io.kairos.engine.event.CartChange.CartItem.NOT_GIVEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.AmountRange;
import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.event.Origin;
import io.kairos.engine.event.Price;
import io.kairos.engine.event.Timing;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no customer's memory is needed to refuse. */
class CleaningTest {
  private static final long TOLERANCE_MILLIS = 60_000;
  private static final long NOON = Instant.parse("2026-03-10T12:00:00Z").toEpochMilli();
  private final Cleaning cleaning = new Cleaning("CNY", TOLERANCE_MILLIS);

  @Test
  void letsThroughWhatIsWell() {
    assertThat(reason(click("u1", "e1", NOON, NOON))).isNull();
  }

  @ParameterizedTest
  @NullAndEmptySource
  void nobodysEventIsAnonymous(String customer) {
    assertThat(reason(click(customer, null, NOON, NOON))).isEqualTo(RejectionReason.ANONYMOUS);
  }

  @ParameterizedTest
  @NullAndEmptySource
  void anEventNeedsAnId(String id) {
    assertThat(reason(click("u1", id, NOON, NOON))).isEqualTo(RejectionReason.MISSING_EVENT_ID);
  }

  @ParameterizedTest
  @NullAndEmptySource
  void anOrderNeedsAnId(String id) {
    assertThat(reason(order(id))).isEqualTo(RejectionReason.MISSING_ORDER_ID);
  }

  @ParameterizedTest
  @CsvSource({"255, x, ", "256, x, ", "257, x, ID_TOO_LONG", "85, 市, ", "86, 市, ID_TOO_LONG"})
  void anIdHasAtMost256Bytes(int length, String letter, RejectionReason reason) {
    String id = letter.repeat(length);

    assertThat(reason(click(id, "e1", NOON, NOON))).isEqualTo(reason);
    assertThat(reason(click("u1", id, NOON, NOON))).isEqualTo(reason);
    assertThat(reason(order(id))).isEqualTo(reason);
    assertThat(reason(cart(id, "tea"))).isEqualTo(reason);
    assertThat(reason(cart("c1", id))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "1979-12-31T23:59:59.999Z, IMPOSSIBLE_TIME", "1980-01-01T00:00:00Z, ",
    "2099-12-31T23:59:59.999Z, ", "2100-01-01T00:00:00Z, IMPOSSIBLE_TIME",
  })
  void timeLiesBetween1980And2100(Instant time, RejectionReason reason) {
    long millis = time.toEpochMilli();

    assertThat(reason(click("u1", "e1", millis, millis))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"2099-12-31T23:59:59.999Z, ", "2100-01-01T00:00:00Z, IMPOSSIBLE_TIME"})
  void arrivalLiesBefore2100(Instant arrival, RejectionReason reason) {
    assertThat(reason(click("u1", "e1", NOON, arrival.toEpochMilli()))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"59999, ", "60000, ", "60001, FUTURE_TIME"})
  void timeIsNotMuchAheadOfArrival(long aheadMillis, RejectionReason reason) {
    assertThat(reason(click("u1", "e1", NOON + aheadMillis, NOON))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, NEGATIVE_MONEY", "0, -1, NEGATIVE_MONEY", "0, 0, ", "1, 1, "})
  void moneyIsNotNegative(long unitMinor, long listMinor, RejectionReason reason) {
    assertThat(reason(priced(new Price(unitMinor, listMinor, null)))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "1000000000000000, 0, ",
    "1000000000000001, 0, IMPOSSIBLE_MONEY",
    "0, 9223372036854775807, IMPOSSIBLE_MONEY"
  })
  void moneyDoesNotOverflow(long unitMinor, long listMinor, RejectionReason reason) {
    assertThat(reason(priced(new Price(unitMinor, listMinor, null)))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"CNY, ", ", ", "EUR, UNKNOWN_CURRENCY", "cny, UNKNOWN_CURRENCY"})
  void moneyIsOfTheShopsCurrency(String currency, RejectionReason reason) {
    assertThat(reason(priced(new Price(1, 1, currency)))).isEqualTo(reason);
  }

  @ParameterizedTest
  @NullAndEmptySource
  void aChangeOfTheCartSaysOfWhichItem(String item) {
    assertThat(reason(cart("c1", item))).isEqualTo(RejectionReason.MISSING_ITEM_ID);
  }

  @Test
  void emptyingTheCartNeedsNoItem() {
    var none = new CartChange.CartItem(Item.NONE, NOT_GIVEN, NOT_GIVEN);
    Header header = header("u1", "e1", NOON, NOON);

    assertThat(reason(new CartChange(header, EventName.CART_EMPTIED, "c1", none, Price.UNKNOWN)))
        .isNull();
  }

  @Test
  void anOrderLineSaysOfWhichItem() {
    assertThat(reason(order("o1", new OrderLine(Item.NONE, 1, Price.UNKNOWN, 0))))
        .isEqualTo(RejectionReason.MISSING_ITEM_ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\tb", "a\nb", "a\u007f", "a\u0085"})
  void noIdHasAControlCharacter(String id) {
    assertThat(reason(click(id, "e1", NOON, NOON))).isEqualTo(RejectionReason.CONTROL_CHARACTER);
    assertThat(reason(click("u1", id, NOON, NOON))).isEqualTo(RejectionReason.CONTROL_CHARACTER);
    assertThat(reason(order(id))).isEqualTo(RejectionReason.CONTROL_CHARACTER);
    assertThat(reason(cart(id, "tea"))).isEqualTo(RejectionReason.CONTROL_CHARACTER);
    assertThat(reason(cart("c1", id))).isEqualTo(RejectionReason.CONTROL_CHARACTER);
    assertThat(reason(order("o1", OrderLine.of(id)))).isEqualTo(RejectionReason.CONTROL_CHARACTER);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, IMPOSSIBLE_QUANTITY",
    "0, IMPOSSIBLE_QUANTITY",
    "1, ",
    "999999, ",
    "1000000, IMPOSSIBLE_QUANTITY",
  })
  void orderedQuantitiesLieBetween1AndAMillion(int quantity, RejectionReason reason) {
    OrderLine line = new OrderLine(Item.of("tea"), quantity, Price.UNKNOWN, 0);

    assertThat(reason(order("o1", line))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, IMPOSSIBLE_QUANTITY",
    "0, 0, ",
    "999999, 0, ",
    "1000000, 0, IMPOSSIBLE_QUANTITY",
    "1, -1000000, IMPOSSIBLE_QUANTITY",
    "1, -999999, ",
    "1, 999999, ",
    "1, 1000000, IMPOSSIBLE_QUANTITY",
  })
  void quantitiesInTheCartLieBetween0AndAMillion(int after, int delta, RejectionReason reason) {
    var item = new CartChange.CartItem(Item.of("tea"), after, delta);
    Header header = header("u1", "e1", NOON, NOON);

    assertThat(
            reason(
                new CartChange(header, EventName.CART_QUANTITY_CHANGED, "c1", item, Price.UNKNOWN)))
        .isEqualTo(reason);
  }

  @Test
  void whatWasNobodysOrComesTwiceIsOnlyCounted() {
    assertThat(Arrays.stream(RejectionReason.values()).filter(reason -> !reason.deadLetter()))
        .containsExactly(
            RejectionReason.ANONYMOUS,
            RejectionReason.DUPLICATE,
            RejectionReason.BEYOND_DEDUP_HORIZON,
            RejectionReason.ERASED);
  }

  private RejectionReason reason(Event event) {
    return cleaning.check(event).map(Rejection::reason).orElse(null);
  }

  private static Header header(String customer, String eventId, long time, long arrival) {
    Timing timing = Timing.of(time, arrival, 0, 2_000);
    return new Header(customer, eventId, Origin.CLICKSTREAM, timing, Map.of());
  }

  private static Event click(String customer, String eventId, long time, long arrival) {
    return new Click(
        header(customer, eventId, time, arrival),
        EventName.VIEW,
        Item.of("tea"),
        Price.UNKNOWN,
        Click.Content.NONE);
  }

  private static Event priced(Price price) {
    Header header = header("u1", "e1", NOON, NOON);
    return new Click(header, EventName.VIEW, Item.of("tea"), price, Click.Content.NONE);
  }

  private static Event cart(String cartId, String item) {
    return new CartChange(
        header("u1", "e1", NOON, NOON),
        EventName.CART_ADDED,
        cartId,
        new CartChange.CartItem(Item.of(item), 1, 1),
        Price.UNKNOWN);
  }

  private static Event order(String id, OrderLine... lines) {
    var money =
        new OrderStatus.Money(
            100, OrderStatus.Saving.NONE, OrderStatus.Refund.NONE, AmountRange.NONE, null);
    return new OrderStatus(
        header("u1", "e1", NOON, NOON),
        EventName.ORDER_PAID,
        id,
        OrderStatus.Dates.placedAt(NOON),
        List.of(lines),
        money);
  }
}
