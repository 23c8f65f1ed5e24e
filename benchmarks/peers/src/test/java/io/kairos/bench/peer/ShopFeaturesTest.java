package io.kairos.bench.peer;

import static io.kairos.bench.peer.Timeline.CUSTOMER;
import static io.kairos.bench.peer.Timeline.START;
import static io.kairos.bench.peer.Timeline.cart;
import static io.kairos.bench.peer.Timeline.event;
import static io.kairos.bench.peer.Timeline.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.ShopEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfSystemProperty(
    named = "kairos.long",
    matches = "true",
    disabledReason = "takes long: only with -Plong")
class ShopFeaturesTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path state;

  @Test
  void countsEventsAndMoneyOfALifetime() throws Exception {
    assertThat(
            view("profiles")
                .after(
                    event(minutes(0), EventType.VIEW),
                    event(minutes(1), EventType.VIEW),
                    event(minutes(2), EventType.SEARCH),
                    paid(minutes(3), 500),
                    paid(minutes(4), 70),
                    event(minutes(5), EventType.ORDER_PROGRESSED)))
        .containsExactly(
            Row.of(CUSTOMER, 2L, 1L, 0L, 0L, 0L, 0L, 2L, 1L, 570L, START + 4 * 60_000L));
  }

  @Test
  void countsEventsAndMoneyOfADay() throws Exception {
    assertThat(view("days").after(paid(minutes(0), 500), paid(minutes(1), 70), paid(DAY, 9)))
        .containsExactly(
            Row.of(CUSTOMER, LocalDate.of(2026, 3, 2), 0L, 0L, 0L, 0L, 0L, 0L, 2L, 0L, 570L),
            Row.of(CUSTOMER, LocalDate.of(2026, 3, 3), 0L, 0L, 0L, 0L, 0L, 0L, 1L, 0L, 9L));
  }

  @Test
  void countsSessionsThatAreOver() throws Exception {
    assertThat(
            view("visits")
                .after(
                    look(minutes(0), "hat"),
                    look(minutes(30), "hat"),
                    look(minutes(61), "hat"),
                    event(minutes(100), EventType.ORDER_PROGRESSED)))
        .containsExactly(Row.of(CUSTOMER, 2L));
  }

  @Test
  void countsViewsByCategory() throws Exception {
    assertThat(
            view("categories")
                .after(look(minutes(0), "hat"), look(minutes(1), "hat"), look(minutes(2), "coat")))
        .containsExactly(Row.of(CUSTOMER, "of hat", 2L), Row.of(CUSTOMER, "of coat", 1L));
  }

  @Test
  void remembersTheLastTenItemsEachOnce() throws Exception {
    ShopEvent[] views =
        IntStream.range(0, 12)
            .mapToObj(minute -> look(minutes(minute), "item-" + minute % 11))
            .toArray(ShopEvent[]::new);

    assertThat(view("last_items").after(views))
        .extracting(row -> row.getField("item"))
        .containsExactlyInAnyOrder(
            "item-0", "item-2", "item-3", "item-4", "item-5", "item-6", "item-7", "item-8",
            "item-9", "item-10");
  }

  @Test
  void knowsWhatIsInTheCart() throws Exception {
    assertThat(
            view("carts")
                .after(
                    cart(minutes(0), "hat", 3, 70),
                    cart(minutes(1), "coat", 1, 900),
                    cart(minutes(2), "hat", 1, 70),
                    event(minutes(3), EventType.ORDER_PLACED),
                    cart(minutes(4), "hat", 2, 70)))
        .extracting(row -> row.getField("units"), row -> row.getField("cents"))
        .containsExactly(
            tuple(3, 210L), tuple(4, 1110L), tuple(2, 970L), tuple(null, null), tuple(2, 140L));
  }

  private View view(String name) {
    return new View(name, state);
  }

  private static ShopEvent look(Duration after, String item) {
    ShopEvent view = event(after, EventType.VIEW);
    view.item = item;
    view.category = "of " + item;
    return view;
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
