package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.event.AmountRange;
import io.kairos.engine.event.Birth;
import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.Consent;
import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.event.Origin;
import io.kairos.engine.event.Price;
import io.kairos.engine.event.Timing;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

/** How large the state of a customer is, and that its bytes hold all of it. */
class CustomerStateTest {

  @Property
  @Domain(Histories.class)
  void bytesHoldAllOfIt(@ForAll Histories.SomeLate history) {
    var engine = new CustomerEngine(Story.RULES, Story.SHOP, Story.PUBLISH_EVERY_MILLIS);
    List<Event> events = history.events();
    long end = events.isEmpty() ? 0 : events.get(events.size() - 1).positionMillis();
    CustomerState state = engine.advance(CustomerState.of("u1"), events, end, new Heard());

    CustomerState restored = CustomerState.fromBytes(state.toBytes());

    assertThat(restored.toBytes()).isEqualTo(state.toBytes());
    assertThat(restored.alone()).usingRecursiveComparison().isEqualTo(state);
  }

  @Test
  void refusesWhatALaterReleaseWrote() {
    byte[] bytes = CustomerState.of("u1").toBytes();
    bytes[0] = CustomerState.VERSION + 1;

    assertThatThrownBy(() -> CustomerState.fromBytes(bytes))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("reads up to 1");
  }

  /** A day of browsing, a cart with two items, two paid orders, one reminder. */
  @Test
  void aTypicalCustomerTakesAtMost400Bytes() {
    Story story = Story.of("customer-0012345").at("10:00").allows("sms").registers();
    for (int order = 1; order <= 2; order++) {
      story.adds("sku-88412" + order, 1, 129_90).later(Duration.ofMinutes(4));
      story.places("order-20260310-" + order, "sku-88412" + order);
      story.pays("order-20260310-" + order, 129_90).later(Duration.ofHours(3));
    }
    for (int view = 0; view < 30; view++) {
      story.later(Duration.ofSeconds(47)).views("sku-" + view);
    }
    story.adds("sku-774211", 1, 59_90).later(Duration.ofSeconds(90)).adds("sku-774212", 2, 9_90);

    int open = story.soFar().state().toBytes().length;
    int reminded = story.later(Duration.ofHours(2)).soFar().state().toBytes().length;
    int dayAfter = story.later(Duration.ofDays(1)).views("tea").soFar().state().toBytes().length;

    assertThat(List.of(open, dayAfter)).allMatch(bytes -> bytes <= 400);
    assertThat(reminded).as("while a message can still be taken back").isLessThanOrEqualTo(430);
  }

  @Test
  void noCustomerTakesMoreThan4KibHoweverLongItsIds() {
    RuleSet rules = twentyRulesOfTheLongestNames();
    var engine = new CustomerEngine(rules, Story.SHOP, Story.PUBLISH_EVERY_MILLIS);
    Random random = new Random(7);
    CustomerState state = CustomerState.of(longest("customer", 0));
    long now = Story.millis(java.time.LocalDateTime.parse("2026-03-10T10:00"));
    int most = 0;
    for (int step = 0; step < 400; step++) {
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        now += 1 + random.nextInt(step % 10 == 0 ? 3_600_000 : 60_000);
        events.add(anything(step * 100 + i, now, random));
      }
      state = engine.advance(state, events, now, new Heard());
      int bytes = state.toBytes().length;
      assertThat(Diet.atMost(state)).as("reckoned").isGreaterThanOrEqualTo(bytes);
      most = Math.max(most, bytes);
    }

    assertThat(most).isBetween(2_500, 4_096);
  }

  /**
   * A shared id that never sleeps: 200,000 clicks, cart changes and orders in ten months; with
   * {@code -Plong} a million in four years.
   */
  @Test
  void aCustomerOfVeryManyEventsTakesNoMore() {
    int steps = Boolean.getBoolean("kairos.long") ? 1_000 : 200;
    var engine = new CustomerEngine(Story.RULES, Story.SHOP, Story.PUBLISH_EVERY_MILLIS);
    Random random = new Random(11);
    CustomerState state = CustomerState.of("kiosk");
    long now = Story.millis(java.time.LocalDateTime.parse("2026-03-10T10:00"));
    int most = 0;
    for (int step = 0; step < steps; step++) {
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        now += random.nextInt(250_000);
        events.add(usual(step * 1_000 + i, now, random));
      }
      state = engine.advance(state, events, now, new Heard());
      most = Math.max(most, state.toBytes().length);
    }

    assertThat(state.profile().counts().events()).isEqualTo(steps * 1_000L);
    assertThat(most).isBetween(1_000, 4_096);
  }

  private static Event usual(int number, long time, Random random) {
    int kind = random.nextInt(50);
    Origin origin = kind == 0 ? Origin.ORDERS : kind < 4 ? Origin.CART : Origin.CLICKSTREAM;
    Header header =
        new Header("kiosk", "e" + number, origin, Timing.of(time, time, 0, 0), Map.of());
    int item = random.nextInt(2_000);
    Item named = new Item("sku-" + item, "aisle-" + item % 12 + ".shelf", "brand-" + item % 40);
    Price price = new Price(1_00 + item, 2_000, null);
    if (origin == Origin.CART) {
      var change = new CartChange.CartItem(named, 1 + random.nextInt(3), 0);
      return new CartChange(header, EventName.CART_ADDED, null, change, price);
    }
    if (origin == Origin.CLICKSTREAM) {
      EventName name = kind % 9 == 0 ? EventName.LIKE : EventName.VIEW;
      return new Click(header, name, named, price, Click.Content.NONE);
    }
    var money =
        new OrderStatus.Money(
            10_00 + item, OrderStatus.Saving.NONE, OrderStatus.Refund.NONE, AmountRange.NONE, null);
    List<OrderLine> lines = List.of(new OrderLine(named, 1, price, 0));
    return new OrderStatus(
        header, EventName.ORDER_PAID, "o" + number, OrderStatus.Dates.placedAt(time), lines, money);
  }

  private static RuleSet twentyRulesOfTheLongestNames() {
    StringBuilder yaml = new StringBuilder("rules:\n");
    for (int i = 0; i < 20; i++) {
      yaml.append(
          """
            - id: %s
              event: [cart.added, order.placed]
              per: %s
              after: %dm
              again: %s
              send: {channel: a-16-char-channe, template: t, validFor: 30d}
          """
              .formatted(
                  "r%02d".formatted(i) + "x".repeat(61),
                  i % 2 == 0 ? "cart" : "order",
                  1 + 20 * i,
                  i % 3 == 0 ? "never" : "90d"));
    }
    return RuleFile.parse(yaml.toString(), "CNY");
  }

  private static Event anything(int number, long time, Random random) {
    Origin origin = Origin.values()[number % 4];
    Header header =
        new Header(
            longest("customer", 0),
            longest("event", number),
            origin,
            Timing.of(time, time, 0, 0),
            Map.of());
    String item = longest("item", random.nextInt(60));
    return switch (origin) {
      case CLICKSTREAM -> click(header, number, item, random);
      case CART ->
          new CartChange(
              header,
              EventName.CART_ADDED,
              longest("cart", number / 60),
              new CartChange.CartItem(of(item, number), 1 + random.nextInt(9_999), 0),
              new Price(1 + random.nextInt(100_000_000), 0, null));
      case ORDERS -> order(header, number, random);
      case CUSTOMERS -> person(header, number, random);
    };
  }

  private static Event order(Header header, int number, Random random) {
    EventName[] names = {EventName.ORDER_PLACED, EventName.ORDER_PAID, EventName.ORDER_REFUNDED};
    var money =
        new OrderStatus.Money(
            random.nextInt(1_000_000_000),
            OrderStatus.Saving.NONE,
            new OrderStatus.Refund(random.nextInt(10_000), "r" + number),
            AmountRange.NONE,
            null);
    String id = longest("order", random.nextInt(1 + number / 8));
    long placed = header.timing().timeMillis();
    return new OrderStatus(
        header,
        names[random.nextInt(3)],
        id,
        OrderStatus.Dates.placedAt(placed),
        lines(number, random),
        money);
  }

  private static Event person(Header header, int number, Random random) {
    String text = longest("", number).replace('x', '\u5e02');
    String channel = "\u9891".repeat(15) + (char) ('\u4e00' + random.nextInt(40));
    return new CustomerChange(
        header,
        EventName.UPDATED,
        new CustomerChange.Details(text, text, text, text, text, new Birth(1999, 12, 31)),
        List.of(
            new Consent(channel, Consent.Purpose.MARKETING, true, text),
            new Consent(channel, Consent.Purpose.SERVICE, true, text)),
        Map.of(channel, false));
  }

  private static Event click(Header header, int number, String item, Random random) {
    EventName[] names = {
      EventName.VIEW, EventName.LIKE, EventName.COMMENT, EventName.SHARE, EventName.SEARCH
    };
    EventName name = names[random.nextInt(names.length)];
    String query = name == EventName.SEARCH ? longest("query", random.nextInt(99)) : null;
    var content = new Click.Content(null, longest("content", random.nextInt(9)), query, 1_000_000);
    return new Click(header, name, of(item, number), price(random), content);
  }

  private static Item of(String item, int number) {
    return new Item(item, longest("category", number % 20), longest("brand", number % 30));
  }

  private static Price price(Random random) {
    return new Price(1 + random.nextInt(100_000_000), 100_000_000, null);
  }

  private static List<OrderLine> lines(int number, Random random) {
    Item item = of(longest("item", number), random.nextInt(99));
    return List.of(new OrderLine(item, 1, price(random), 5));
  }

  private static String longest(String kind, int number) {
    String name = kind + number;
    return name + "x".repeat(256 - name.length());
  }
}
