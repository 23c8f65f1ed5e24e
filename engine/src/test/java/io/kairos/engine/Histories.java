package io.kairos.engine;

import static net.jqwik.api.Arbitraries.frequency;
import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.of;

import io.kairos.engine.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Made-up timelines: few items and orders, gaps that often hit a deadline to the millisecond. */
public final class Histories extends DomainContextBase {
  private static final List<String> ITEMS = List.of("tea", "milk", "honey");
  private static final long[] TOTALS = {1_00, 4_000_00, 12_000_00, 30_000_00, 60_000_00};

  /** What the customer does next. */
  enum Deed {
    VIEW,
    ADD,
    CHANGE_QUANTITY,
    REMOVE,
    EMPTY,
    PLACE,
    PAY,
    CANCEL,
    REFUND
  }

  /**
   * One step of a timeline.
   *
   * @param number picks item, order and amount
   */
  record Step(Duration gap, Deed deed, int number, Duration delay) {}

  /** A customer's events, each on time. */
  record OnTime(List<Event> events) {}

  /** A customer's events, some of them late. */
  record SomeLate(List<Event> events) {}

  @Provide
  Arbitrary<OnTime> onTime() {
    return steps().map(steps -> new OnTime(events(withoutDelay(steps))));
  }

  @Provide
  Arbitrary<SomeLate> someLate() {
    return steps().map(steps -> new SomeLate(events(steps)));
  }

  private static Arbitrary<List<Step>> steps() {
    return Combinators.combine(gaps(), deeds(), integers().between(0, 1000), delays())
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  private static Arbitrary<Duration> gaps() {
    return net.jqwik.api.Arbitraries.frequencyOf(
        Tuple.of(12, integers().between(1, 8).map(tens -> Duration.ofMinutes(10L * tens))),
        Tuple.of(2, of(Duration.ofMillis(1), Duration.ofDays(1))),
        Tuple.of(1, of(Duration.ofDays(30), Duration.ofDays(30).minusMillis(1))),
        Tuple.of(1, of(Duration.ofDays(31), Duration.ofDays(60))));
  }

  private static Arbitrary<Deed> deeds() {
    return frequency(
        Tuple.of(3, Deed.VIEW),
        Tuple.of(6, Deed.ADD),
        Tuple.of(2, Deed.CHANGE_QUANTITY),
        Tuple.of(2, Deed.REMOVE),
        Tuple.of(1, Deed.EMPTY),
        Tuple.of(4, Deed.PLACE),
        Tuple.of(5, Deed.PAY),
        Tuple.of(1, Deed.CANCEL),
        Tuple.of(2, Deed.REFUND));
  }

  private static Arbitrary<Duration> delays() {
    return frequency(
        Tuple.of(10, Duration.ZERO),
        Tuple.of(1, Duration.ofSeconds(2)),
        Tuple.of(1, Duration.ofMinutes(10)),
        Tuple.of(1, Duration.ofHours(2)),
        Tuple.of(1, Duration.ofDays(32)));
  }

  private static List<Step> withoutDelay(List<Step> steps) {
    return steps.stream()
        .map(step -> new Step(step.gap(), step.deed(), step.number(), Duration.ZERO))
        .toList();
  }

  private static List<Event> events(List<Step> steps) {
    Telling telling = new Telling();
    List<Event> onTime = telling.tell(steps);
    List<Event> arrived = new ArrayList<>();
    for (int i = 0; i < onTime.size(); i++) {
      Event event = onTime.get(i);
      arrived.add(Lateness.arriving(event, event.timeMillis() + steps.get(i).delay().toMillis()));
    }
    return arrived.stream().sorted(Event.ORDER).toList();
  }

  /**
   * Turns steps into a story: an order is paid after it is placed, and given back after it is paid.
   */
  private static final class Telling {
    private final Story story = Story.of("u1").at("2026-01-20T08:00");
    private final List<String> placed = new ArrayList<>();
    private final Set<String> paid = new HashSet<>();
    private final Set<String> cancelled = new HashSet<>();
    private int refunds;

    List<Event> tell(List<Step> steps) {
      for (Step step : steps) {
        story.later(step.gap());
        tell(step.deed(), step.number());
      }
      return story.events();
    }

    private void tell(Deed deed, int number) {
      String item = ITEMS.get(number % ITEMS.size());
      switch (deed) {
        case VIEW -> story.views(item);
        case ADD -> story.adds(item, 1 + number % 2, 10_00);
        case CHANGE_QUANTITY -> story.changesQuantity(item, number % 4);
        case REMOVE -> story.removes(item);
        case EMPTY -> story.emptiesCart();
        case PLACE -> place(item);
        default -> settle(deed, number);
      }
    }

    private void place(String item) {
      placed.add("o" + placed.size());
      story.places(placed.get(placed.size() - 1), item, "tea");
    }

    private void settle(Deed deed, int number) {
      String order = placed.isEmpty() ? "" : placed.get(number % placed.size());
      if (deed == Deed.PAY && !placed.isEmpty() && paid.add(order)) {
        story.pays(order, TOTALS[number % TOTALS.length]);
      } else if (deed == Deed.CANCEL && paid.contains(order) && cancelled.add(order)) {
        story.cancels(order);
      } else if (deed == Deed.REFUND && paid.contains(order)) {
        story.refunds(order, "r" + refunds++, TOTALS[number % TOTALS.length]);
      } else {
        story.views("tea");
      }
    }
  }
}
