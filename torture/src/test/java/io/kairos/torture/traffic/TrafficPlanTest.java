package io.kairos.torture.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.Topics;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrafficPlanTest {
  private static final int EVENTS = 20_000;
  private static final long MILLIS_OF_A_LATE_ONE = 2_000;

  @Test
  void givesTheSameBytesForTheSameSeed() {
    assertThat(bytes(7)).isEqualTo(bytes(7));
  }

  @Test
  void givesOtherBytesForAnotherSeed() {
    assertThat(bytes(7)).isNotEqualTo(bytes(8));
  }

  @Test
  void goesByTheTimeOfSending() {
    assertThat(events(7)).extracting(PlannedEvent::dueMillis).isSorted();
  }

  @Test
  void holdsWhatMakesARunHard() {
    List<PlannedEvent> events = events(7);
    long late =
        events.stream()
            .filter(event -> event.dueMillis() - event.timeMillis() > MILLIS_OF_A_LATE_ONE)
            .count();
    long different = events.stream().map(TrafficPlanTest::text).distinct().count();

    assertThat(late).isBetween(EVENTS / 50L, EVENTS / 5L);
    assertThat(EVENTS - different).isBetween(EVENTS / 100L, EVENTS / 10L);
    assertThat(events)
        .extracting(PlannedEvent::topic)
        .contains(Topics.inputs().toArray(Topics[]::new));
    assertThat(events).anyMatch(event -> event.recording().at(0).toString().contains("ERASE"));
  }

  private static List<PlannedEvent> events(long seed) {
    TrafficPlan plan = new TrafficPlan(seed, 100);
    return Stream.generate(plan::next).limit(EVENTS).toList();
  }

  private static String bytes(long seed) {
    return events(seed).stream().map(TrafficPlanTest::text).collect(Collectors.joining());
  }

  private static String text(PlannedEvent event) {
    return event.topic()
        + HexFormat.of().formatHex(SingleObject.encode(event.recording().at(event.timeMillis())));
  }
}
