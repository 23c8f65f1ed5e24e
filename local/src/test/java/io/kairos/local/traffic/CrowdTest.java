package io.kairos.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.InputEvent;
import io.kairos.wire.CustomerEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CrowdTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-28T00:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 10, 11, 21, 22, 23})
  void livesWhereItIsTenInTheMorning(int hour) {
    Instant now = MIDNIGHT.plus(hour, ChronoUnit.HOURS).plus(59, ChronoUnit.MINUTES);

    ZoneOffset zone = Crowd.whereItIsMorning("t-", now).zone();

    assertThat(now.atOffset(zone).getHour()).isEqualTo(10);
    assertThat(zone.getTotalSeconds() / 3_600).isBetween(-12, 14);
  }

  @Test
  void tellsIdAndZoneInItsRegistrations() {
    List<InputEvent> events = events(new Crowd("t-", ZoneOffset.ofHours(-5)));

    assertThat(events).allSatisfy(event -> assertThat(event.customerId()).startsWith("t-0"));
    assertThat(events)
        .filteredOn(event -> event.record() instanceof CustomerEvent)
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(ZoneId.of(((CustomerEvent) event.record()).getTimeZone()))
                    .isEqualTo(ZoneOffset.ofHours(-5)));
  }

  @Test
  void ofTheShopTellsNoZone() {
    assertThat(events(Crowd.OF_THE_SHOP))
        .filteredOn(event -> event.record() instanceof CustomerEvent)
        .isNotEmpty()
        .allSatisfy(event -> assertThat(((CustomerEvent) event.record()).getTimeZone()).isNull());
  }

  private static List<InputEvent> events(Crowd crowd) {
    return Stream.generate(new Traffic(new TrafficPlan(1, 50, MIDNIGHT, 0.1, crowd))::next)
        .limit(200)
        .toList();
  }
}
