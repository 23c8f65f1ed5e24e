package io.kairos.engine;

import static net.jqwik.api.Arbitraries.frequency;
import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.of;

import io.kairos.engine.event.Birth;
import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Made-up customers who say what they allow and where they live, around the days on which clocks
 * change, and rule files that speak to them.
 */
public final class Audiences extends DomainContextBase {
  /** So few that each is read once only, which takes longer than a customer's whole history. */
  private static final int FILES = 200;

  static final List<String> ZONES =
      List.of(
          "America/New_York",
          "Europe/London",
          "Asia/Shanghai",
          "Asia/Kolkata",
          "Pacific/Auckland",
          "Mars/Olympus");
  private static final List<String> CHANNELS = List.of("push", "sms", "email");
  private static final List<String> CATEGORIES = List.of("tea", "books", "garden");

  /** What the customer does next. */
  enum Deed {
    VIEW,
    SEARCH,
    ADD,
    PLACE,
    PAY,
    LOGIN,
    ALLOW,
    DENY,
    UNREACHABLE,
    MOVE
  }

  /**
   * One step of a timeline.
   *
   * @param number picks item, query, channel and zone
   */
  record Step(Duration gap, Deed deed, int number, Duration delay) {}

  /**
   * A customer.
   *
   * @param events in their order; only news of where the customer lives never comes late
   */
  record Customer(String id, List<Event> events) {
    /** The same customer, who never moves. */
    Customer staying() {
      return new Customer(id, events.stream().filter(event -> !tellsOfAZone(event)).toList());
    }

    /** Long enough for all that waits. */
    long horizonMillis() {
      long last = events.isEmpty() ? 0 : events.get(events.size() - 1).positionMillis();
      return last + Duration.ofDays(9).toMillis();
    }
  }

  private static boolean tellsOfAZone(Event event) {
    return event instanceof CustomerChange change && change.details().timeZone() != null;
  }

  @Provide
  Arbitrary<RuleText> files() {
    return integers().between(1, FILES).map(seed -> new RuleTexts(new Random(seed)).file());
  }

  @Provide
  Arbitrary<Customer> customers() {
    Arbitrary<String> begins =
        of("2026-03-06T20:00", "2026-03-27T19:00", "2026-10-23T20:00", "2026-10-30T20:00");
    Arbitrary<String> ids = integers().between(0, 12).map(i -> "u" + i);
    return Combinators.combine(ids, begins, steps()).as(Audiences::told);
  }

  private static Arbitrary<List<Step>> steps() {
    return Combinators.combine(gaps(), deeds(), integers().between(0, 1000), delays())
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  private static Arbitrary<Duration> gaps() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, integers().between(0, 90).map(Duration::ofMinutes)),
        Tuple.of(4, integers().between(2, 30).map(Duration::ofHours)),
        Tuple.of(3, of(1, 2, 5, 6, 24).map(Duration::ofHours)),
        Tuple.of(3, of(1, 2, 5, 6, 24).map(hours -> Duration.ofHours(hours).minusMillis(1))),
        Tuple.of(1, integers().between(2, 9).map(Duration::ofDays)));
  }

  private static Arbitrary<Deed> deeds() {
    return frequency(
        Tuple.of(8, Deed.VIEW),
        Tuple.of(4, Deed.SEARCH),
        Tuple.of(4, Deed.ADD),
        Tuple.of(3, Deed.PLACE),
        Tuple.of(1, Deed.PAY),
        Tuple.of(1, Deed.LOGIN),
        Tuple.of(3, Deed.ALLOW),
        Tuple.of(2, Deed.DENY),
        Tuple.of(1, Deed.UNREACHABLE),
        Tuple.of(2, Deed.MOVE));
  }

  private static Arbitrary<Duration> delays() {
    return frequency(
        Tuple.of(9, Duration.ZERO),
        Tuple.of(1, Duration.ofSeconds(2)),
        Tuple.of(1, Duration.ofMinutes(40)),
        Tuple.of(1, Duration.ofHours(7)));
  }

  private static Customer told(String id, String begin, List<Step> steps) {
    Telling telling = new Telling(Story.of(id).at(begin));
    steps.forEach(telling::tell);
    List<Event> onTime = telling.story.events();
    List<Event> arrived = new ArrayList<>();
    for (int i = 0; i < onTime.size(); i++) {
      Event event = onTime.get(i);
      Duration delay = tellsOfAZone(event) ? Duration.ZERO : steps.get(i).delay();
      arrived.add(Lateness.arriving(event, event.timeMillis() + delay.toMillis()));
    }
    return new Customer(id, arrived.stream().sorted(Event.ORDER).toList());
  }

  /** Turns steps into a story. */
  private static final class Telling {
    private final Story story;
    private int orders;

    Telling(Story story) {
      this.story = story;
    }

    void tell(Step step) {
      int number = step.number();
      String channel = CHANNELS.get(number % CHANNELS.size());
      String category = CATEGORIES.get(number % CATEGORIES.size());
      story.later(step.gap());
      switch (step.deed()) {
        case VIEW -> story.views("item-" + number % 5, category);
        case SEARCH -> story.searches("query " + number % 2);
        case ADD -> story.adds("item-" + number % 5, 1 + number % 2, 10_00);
        case PLACE -> place(number, category);
        case PAY -> story.pays("o" + number % Math.max(1, orders), 20_00);
        case LOGIN -> story.logsInAt(0, 0);
        case ALLOW -> story.allows(channel);
        case DENY -> story.denies(channel);
        case UNREACHABLE -> story.cannotBeReachedBy(channel);
        default -> story.tells(living(ZONES.get(number % ZONES.size())));
      }
    }

    private void place(int number, String category) {
      String payBy = number % 3 == 0 ? null : "23:5" + number % 9;
      story.orders(
          EventName.ORDER_PLACED,
          "o" + orders++,
          20_00,
          payBy,
          Story.line("item-0", category, 20_00));
    }

    private static Details living(String zone) {
      return new Details(null, null, null, null, zone, Birth.UNKNOWN);
    }
  }
}
