package io.kairos.engine;

import static net.jqwik.api.Arbitraries.frequency;
import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.of;

import io.kairos.engine.event.AmountRange;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.event.Price;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Made-up shoppers over a year or two, who do everything that features count. */
public final class Shoppers extends DomainContextBase {
  private static final String[] CATEGORIES = {"tea.green", "tea.black", "books", "garden.tools"};
  private static final String[] BRANDS = {"acme", "lumi", "pearl", "jade"};
  private static final String[] QUERIES = {"Red  Phone", "red phone", "kettle"};

  /** What the shopper does next. */
  enum Deed {
    VIEW,
    LIKE,
    COMMENT,
    SHARE,
    SEARCH,
    LOGIN,
    ADD,
    PLACE,
    PAY,
    REFUND,
    CANCEL
  }

  /**
   * One step of a timeline.
   *
   * @param number picks item, query, order and amount
   * @param delay until the log takes it
   */
  record Step(Duration gap, Deed deed, int number, Duration delay) {}

  /**
   * A shopper, and when to look.
   *
   * @param events in their order
   * @param after from the last event to the look
   */
  record Shopper(List<Event> events, Duration after) {
    long nowMillis() {
      long last =
          events.isEmpty() ? 1_770_000_000_000L : events.get(events.size() - 1).positionMillis();
      return last + after.toMillis();
    }
  }

  /** A shopper of whom some events come late, and who gives nothing back. */
  record Late(Shopper shopper) {}

  @Provide
  Arbitrary<Shopper> onTime() {
    return shoppers(deeds(), of(Duration.ZERO));
  }

  @Provide
  Arbitrary<Late> late() {
    return shoppers(
            deeds().filter(deed -> deed != Deed.REFUND && deed != Deed.CANCEL),
            frequency(
                Tuple.of(8, Duration.ZERO),
                Tuple.of(1, Duration.ofHours(1)),
                Tuple.of(1, Duration.ofDays(5)),
                Tuple.of(1, Duration.ofDays(40))))
        .map(Late::new);
  }

  private static Arbitrary<Shopper> shoppers(Arbitrary<Deed> deeds, Arbitrary<Duration> delays) {
    Arbitrary<List<Step>> steps =
        Combinators.combine(gaps(), deeds, integers().between(0, 10_000), delays)
            .as(Step::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(35);
    return Combinators.combine(steps, looks()).as((all, after) -> new Shopper(tell(all), after));
  }

  private static Arbitrary<Duration> gaps() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, integers().between(1, 4_000).map(Duration::ofSeconds)),
        Tuple.of(3, integers().between(18, 30).map(Duration::ofHours)),
        Tuple.of(1, of(Duration.ofMinutes(30), Duration.ofMinutes(30).plusMillis(1))),
        Tuple.of(2, integers().between(2, 100).map(Duration::ofDays)));
  }

  private static Arbitrary<Duration> looks() {
    return Arbitraries.oneOf(
        of(Duration.ZERO, Duration.ofMillis(1)),
        integers().between(0, 400 * 24 * 60).map(Duration::ofMinutes));
  }

  private static Arbitrary<Deed> deeds() {
    return frequency(
        Tuple.of(6, Deed.VIEW),
        Tuple.of(2, Deed.LIKE),
        Tuple.of(1, Deed.COMMENT),
        Tuple.of(1, Deed.SHARE),
        Tuple.of(3, Deed.SEARCH),
        Tuple.of(1, Deed.LOGIN),
        Tuple.of(3, Deed.ADD),
        Tuple.of(1, Deed.PLACE),
        Tuple.of(4, Deed.PAY),
        Tuple.of(1, Deed.REFUND),
        Tuple.of(1, Deed.CANCEL));
  }

  private static List<Event> tell(List<Step> steps) {
    Telling telling = new Telling();
    steps.forEach(telling::tell);
    List<Event> onTime = telling.story.events();
    List<Event> arrived = new ArrayList<>();
    for (int i = 0; i < onTime.size(); i++) {
      Event event = onTime.get(i);
      arrived.add(Lateness.arriving(event, event.timeMillis() + steps.get(i).delay().toMillis()));
    }
    return arrived.stream().sorted(Event.ORDER).toList();
  }

  /** Turns steps into a story. */
  private static final class Telling {
    private final Story story = Story.of("u1").at("2026-01-20T08:00");
    private int placed;
    private int orders;
    private int refunds;

    void tell(Step step) {
      int number = step.number();
      Item item = new Item("item-" + number % 9, CATEGORIES[number % 4], BRANDS[number / 4 % 4]);
      Price price = new Price(10_00 + number, number % 3 == 0 ? 200_00 : 0, null);
      story.later(step.gap());
      switch (step.deed()) {
        case VIEW -> story.clicks(EventName.VIEW, item, price, content(number));
        case LIKE -> story.clicks(EventName.LIKE, item, price, Click.Content.NONE);
        case COMMENT -> story.clicks(EventName.COMMENT, item, price, Click.Content.NONE);
        case SHARE -> story.clicks(EventName.SHARE, item, price, Click.Content.NONE);
        case SEARCH -> search(number, item);
        case LOGIN -> story.clicks(EventName.LOGIN, Item.NONE, price, Click.Content.NONE);
        case ADD -> story.adds(item, price.unitMinor());
        case PLACE -> story.places("placed-" + placed++, "item-0");
        case PAY -> pay(number, item, price);
        default -> giveBack(step.deed(), number);
      }
    }

    /** Only what was bought can be given back. */
    private void giveBack(Deed deed, int number) {
      String order = "o" + number % Math.max(1, orders);
      if (orders == 0) {
        story.views("item-0");
      } else if (deed == Deed.REFUND) {
        story.refunds(order, "r" + refunds++, 5_00 + number);
      } else {
        story.cancels(order);
      }
    }

    private static Click.Content content(int number) {
      return new Click.Content(null, number % 2 == 0 ? "live" : "article", null, number);
    }

    private void search(int number, Item item) {
      var content = new Click.Content(null, null, QUERIES[number % 3], 0);
      Item category = new Item(null, item.category(), null);
      story.clicks(EventName.SEARCH, category, Price.UNKNOWN, content);
    }

    private void pay(int number, Item item, Price price) {
      var saving = new OrderStatus.Saving(0, number % 4 == 0);
      var money =
          new OrderStatus.Money(
              20_00 + 3L * number, saving, OrderStatus.Refund.NONE, AmountRange.NONE, null);
      var line = new OrderLine(item, 1, new Price(price.unitMinor(), 0, null), 0);
      story.orders(EventName.ORDER_PAID, "o" + orders++, List.of(line), money);
    }
  }
}
