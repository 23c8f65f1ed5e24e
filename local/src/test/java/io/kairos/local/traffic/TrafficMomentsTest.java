package io.kairos.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.InputEvent;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The moments that a demo is for: each comes soon after the live start, in event time. */
class TrafficMomentsTest {
  private static final long LIVE = RecordedTraffic.LIVE;
  private static final Duration SILENCE = Duration.ofDays(30);

  @Test
  void endsThirtyDaysOfSilenceOneAfterAnotherFromTheFirstMinutes() {
    List<Long> ends = silenceEnds().filter(end -> end >= LIVE).sorted().toList();
    assertThat(ends.get(0)).isLessThan(RecordedTraffic.live(Duration.ofMinutes(3)));
    assertThat(ends).filteredOn(end -> end < LIVE + 600_000).hasSizeBetween(4, 8);
    assertThat(ends).hasSize(40).doesNotHaveDuplicates();
    assertThat(ends.get(39)).isLessThan(RecordedTraffic.live(Duration.ofMinutes(70)));
  }

  @Test
  void leavesCartsBehindThroughoutAndSomeBeforeTheLiveStart() {
    List<Long> hours = abandonments().sorted().toList();
    assertThat(hours).hasSizeGreaterThan(150);
    assertThat(hours.get(0)).isLessThan(RecordedTraffic.live(Duration.ofMinutes(20)));
    assertThat(hours).filteredOn(at -> at < LIVE + 3_600_000).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource({"12000, 3", "30000, 5", "60000, 10"})
  void crossesEachTierWithinHalfAnHour(long yuan, int orders) {
    List<Long> crossings =
        RecordedTraffic.byCustomer().values().stream()
            .flatMap(events -> crossing(events, yuan * 100, orders).stream())
            .filter(at -> at >= LIVE && at < LIVE + 1_800_000)
            .sorted()
            .toList();
    assertThat(crossings).hasSizeGreaterThanOrEqualTo(5);
    assertThat(crossings.get(0)).isLessThan(RecordedTraffic.live(Duration.ofMinutes(20)));
  }

  /** When the silence of each customer with an order and a gap of 30 days ends. */
  private static Stream<Long> silenceEnds() {
    return RecordedTraffic.byCustomer().values().stream()
        .filter(events -> !RecordedTraffic.orders(events, OrderType.PLACED::equals).isEmpty())
        .flatMap(
            events -> {
              long[] active = activity(events);
              return IntStream.range(0, active.length)
                  .filter(nth -> next(active, nth) - active[nth] > SILENCE.toMillis())
                  .mapToObj(nth -> active[nth] + SILENCE.toMillis());
            });
  }

  /** One hour after each add that is followed by at least an hour without any activity. */
  private static Stream<Long> abandonments() {
    return RecordedTraffic.byCustomer().values().stream()
        .flatMap(
            events -> {
              List<InputEvent> active =
                  events.stream().filter(RecordedTraffic::isActivity).toList();
              long[] times = activity(events);
              return IntStream.range(0, times.length)
                  .filter(nth -> isAdd(active.get(nth)))
                  .filter(nth -> next(times, nth) - times[nth] > 3_600_000)
                  .mapToObj(nth -> times[nth] + 3_600_000);
            });
  }

  private static Optional<Long> crossing(List<InputEvent> events, long sumCents, int orders) {
    long spent = 0;
    int paid = 0;
    for (OrderEvent order : RecordedTraffic.orders(events, OrderType.PAID::equals)) {
      spent += order.getTotal();
      paid++;
      if (spent >= sumCents && paid >= orders) {
        return Optional.of(order.getTime());
      }
    }
    return Optional.empty();
  }

  private static long[] activity(List<InputEvent> events) {
    return events.stream()
        .filter(RecordedTraffic::isActivity)
        .mapToLong(InputEvent::timeMillis)
        .toArray();
  }

  private static long next(long[] times, int nth) {
    return nth + 1 < times.length ? times[nth + 1] : RecordedTraffic.live(Duration.ofHours(6));
  }

  private static boolean isAdd(InputEvent event) {
    return event.record() instanceof CartEvent cart && cart.getType() == CartType.ADDED;
  }
}
