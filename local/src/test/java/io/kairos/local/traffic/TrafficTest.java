package io.kairos.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kairos.local.InputEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final List<InputEvent> EVENTS = RecordedTraffic.EVENTS;

  @Test
  void repeatsItselfForEqualPlans() {
    assertThat(first(20_000, 7)).isEqualTo(EVENTS.subList(0, 20_000));
  }

  @Test
  void differsForAnotherSeed() {
    assertThat(first(100, 8)).isNotEqualTo(EVENTS.subList(0, 100));
  }

  @Test
  void neverGoesBackInTime() {
    assertThat(EVENTS).extracting(InputEvent::timeMillis).isSorted();
  }

  @Test
  void givesEachEventAnIdOfItsOwn() {
    assertThat(EVENTS.stream().map(event -> event.record().get("eventId")))
        .doesNotHaveDuplicates()
        .doesNotContainNull();
  }

  @Test
  void tellsTimeAndCustomerTwiceTheSameWay() {
    assertThat(EVENTS)
        .allSatisfy(
            event -> {
              assertThat(event.record().get("time")).isEqualTo(event.timeMillis());
              assertThat(event.record().get("customerId")).isEqualTo(event.customerId());
            });
  }

  @Test
  void registersEveryCustomerFirst() {
    assertThat(RecordedTraffic.byCustomer().values())
        .allSatisfy(
            events ->
                assertThat(events.get(0).record())
                    .isInstanceOfSatisfying(
                        CustomerEvent.class,
                        first -> assertThat(first.getType()).isEqualTo(CustomerType.REGISTERED)));
  }

  @Test
  void letsCustomersArriveAfterTheLiveStart() {
    assertThat(registrations().filter(event -> event.getTime() >= RecordedTraffic.LIVE).count())
        .isBetween(200L, 400L);
  }

  @Test
  void asksForConsent() {
    assertThat(share("sms")).isCloseTo(0.70, within(0.04));
    assertThat(share("push")).isCloseTo(0.95, within(0.02));
  }

  @Test
  void keepsTheMeanRateOverDays() {
    Traffic traffic = new Traffic(TrafficPlan.demo(3, RecordedTraffic.LIVE_START));
    long end = RecordedTraffic.live(Duration.ofDays(3));
    long live = 0;
    for (InputEvent event = traffic.next(); event.timeMillis() < end; event = traffic.next()) {
      live += event.timeMillis() >= RecordedTraffic.LIVE ? 1 : 0;
    }
    double perSecond = (double) live / Duration.ofDays(3).toSeconds();
    assertThat(perSecond).isCloseTo(TrafficPlan.DEFAULT_EVENTS_PER_SECOND, within(0.3));
  }

  @Test
  void refusesPlansWithoutCustomersOrEvents() {
    TrafficPlan plan = TrafficPlan.demo(1, RecordedTraffic.LIVE_START);
    assertThatThrownBy(() -> plan.withCustomers(0)).hasMessageContaining("customers");
    assertThatThrownBy(() -> plan.withEventsPerSecond(0)).hasMessageContaining("events");
    assertThatThrownBy(() -> plan.withEventsPerSecond(Double.NaN)).hasMessageContaining("events");
  }

  private static List<InputEvent> first(int events, long seed) {
    Traffic traffic = new Traffic(TrafficPlan.demo(seed, RecordedTraffic.LIVE_START));
    return Stream.generate(traffic::next).limit(events).toList();
  }

  private static Stream<CustomerEvent> registrations() {
    return EVENTS.stream()
        .filter(event -> event.record() instanceof CustomerEvent)
        .map(event -> (CustomerEvent) event.record());
  }

  private static double share(String channel) {
    return registrations()
        .flatMap(event -> event.getConsents().stream())
        .filter(consent -> consent.getChannel().equals(channel))
        .mapToInt(consent -> consent.getGranted() ? 1 : 0)
        .average()
        .orElseThrow();
  }
}
