package io.kairos.engine;

import static net.jqwik.api.Arbitraries.frequency;
import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.of;

import io.kairos.engine.event.Birth;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Price;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Made-up customers who do everything that any feature looks at, under words of the shop's own. */
public final class Lives extends DomainContextBase {
  static final List<String> CATEGORIES = List.of("tea", "tea.green", "books");
  static final List<String> QUERIES = List.of("kettle", "red phone");
  static final List<String> CITIES = List.of("Beijing", "Paris");
  static final List<String> ZONES =
      List.of("America/New_York", "Pacific/Auckland", "Asia/Shanghai");

  /** What the customer does next. */
  enum Deed {
    VIEW,
    LIKE,
    COMMENT,
    SHARE,
    LOGIN,
    SEARCH,
    SPIN,
    ADD,
    CHANGE,
    EMPTY,
    PLACE,
    PAY,
    REFUND,
    CANCEL,
    REGISTER,
    TELL,
    ALLOW
  }

  /**
   * One step of a timeline.
   *
   * @param number picks all else
   */
  record Step(Duration gap, Deed deed, int number, Duration delay) {}

  /** A customer's events in their order. */
  record Life(List<Event> events) {}

  @Provide
  Arbitrary<Life> lives() {
    return Combinators.combine(gaps(), of(Deed.class), integers().between(0, 5_000), delays())
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(50)
        .map(Lives::told);
  }

  private static Arbitrary<Duration> gaps() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, integers().between(0, 60).map(Duration::ofMinutes)),
        Tuple.of(4, integers().between(12, 30).map(Duration::ofHours)),
        Tuple.of(2, integers().between(2, 60).map(Duration::ofDays)));
  }

  private static Arbitrary<Duration> delays() {
    return frequency(
        Tuple.of(9, Duration.ZERO),
        Tuple.of(1, Duration.ofHours(3)),
        Tuple.of(1, Duration.ofDays(33)));
  }

  private static Life told(List<Step> steps) {
    Telling telling = new Telling();
    steps.forEach(telling::tell);
    List<Event> onTime = telling.story.events();
    List<Event> arrived = new ArrayList<>();
    for (int i = 0; i < onTime.size(); i++) {
      Event event = onTime.get(i);
      arrived.add(Lateness.arriving(event, event.timeMillis() + steps.get(i).delay().toMillis()));
    }
    return new Life(arrived.stream().sorted(Event.ORDER).toList());
  }

  /** Turns steps into a story. */
  private static final class Telling {
    private final Story story = Story.of("u1").at("2026-01-20T08:00");
    private int orders;
    private int refunds;

    void tell(Step step) {
      int number = step.number();
      String brand = number % 2 == 0 ? "acme" : "lumi";
      Item item = new Item("item-" + number % 5, of(CATEGORIES, number), brand);
      Price price = new Price(10_00L + number, number % 3 == 0 ? 90_00 : 0, null);
      String order = "o" + number % Math.max(1, orders);
      story.later(step.gap());
      if (number % 7 == 0) {
        story.withAttributes(Map.of("plan", brand));
      }
      switch (step.deed()) {
        case VIEW -> story.clicks(EventName.VIEW, item, price, content(null, null, number));
        case LIKE -> story.clicks(EventName.LIKE, item, price, Click.Content.NONE);
        case COMMENT -> story.clicks(EventName.COMMENT, item, price, Click.Content.NONE);
        case SHARE -> story.clicks(EventName.SHARE, item, price, Click.Content.NONE);
        case LOGIN -> story.clicks(EventName.LOGIN, Item.NONE, price, Click.Content.NONE);
        case SEARCH -> search(number, item);
        case SPIN -> story.clicks(EventName.CUSTOM, item, price, content("spun", null, 0));
        case ADD -> story.adds(item, price.unitMinor());
        case CHANGE -> story.changesQuantity("item-" + number % 5, number % 4);
        case EMPTY -> story.emptiesCart();
        case PLACE -> story.places("o" + orders++, "item-0");
        case PAY -> pay(number, item);
        case REFUND -> story.refunds(order, "r" + refunds++, number);
        case CANCEL -> story.cancels(order);
        case REGISTER -> story.registers();
        case TELL -> story.tells(details(number));
        default -> story.allows("push");
      }
    }

    private void search(int number, Item item) {
      Item category = new Item(null, item.category(), null);
      story.clicks(
          EventName.SEARCH, category, Price.UNKNOWN, content(null, of(QUERIES, number), 0));
    }

    private void pay(int number, Item item) {
      var line = Story.line(item.id(), item.category(), 10_00L + number);
      story.orders(EventName.ORDER_PAID, "o" + orders++, 1000L * number, null, line);
    }

    private static Click.Content content(String custom, String query, int millis) {
      return new Click.Content(custom, millis % 2 == 0 ? null : "live", query, 60L * millis);
    }

    private static Details details(int number) {
      return new Details(
          number % 5 == 0 ? "f" : null,
          of(CITIES, number),
          "student",
          "en",
          number % 2 == 0 ? of(ZONES, number) : null,
          new Birth(1960 + number % 50, 1 + number % 12, number % 29));
    }

    private static String of(List<String> values, int number) {
      return values.get(number % values.size());
    }
  }
}
