package io.kairos.bench.peer;

import static io.kairos.bench.peer.Timeline.alert;
import static io.kairos.bench.peer.Timeline.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.shop.Alert.Rule;
import io.kairos.bench.shop.EventType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ActivityFunctionTest {

  @Test
  void alertsOncePerSilence() throws Exception {
    try (Timeline timeline = new Timeline(new ActivityFunction())) {
      timeline.tell(event(hours(0), EventType.VIEW), event(hours(50), EventType.VIEW));
      assertThat(timeline.until(hours(121))).isEmpty();
      assertThat(timeline.until(hours(122))).containsExactly(alert(Rule.DORMANT, hours(122), 0));
      assertThat(timeline.until(hours(300))).hasSize(1);

      timeline.tell(event(hours(301), EventType.SEARCH));
      assertThat(timeline.until(hours(373))).contains(alert(Rule.DORMANT, hours(373), 0));
    }
  }

  @Test
  void alertsThoughTheNextEventIsReadBeforeTheDeadline() throws Exception {
    try (Timeline timeline = new Timeline(new ActivityFunction())) {
      timeline.tell(event(hours(0), EventType.VIEW));
      timeline.tellAhead(event(hours(73), EventType.VIEW));

      assertThat(timeline.until(hours(100))).containsExactly(alert(Rule.DORMANT, hours(72), 0));
    }
  }

  @Test
  void takesAShipmentForNoActivity() throws Exception {
    try (Timeline timeline = new Timeline(new ActivityFunction())) {
      timeline.tell(event(hours(0), EventType.VIEW), event(hours(9), EventType.ORDER_PROGRESSED));

      assertThat(timeline.until(hours(72))).containsExactly(alert(Rule.DORMANT, hours(72), 0));
    }
  }

  @Test
  void countsASessionAfterEachPause() {
    Visits visits = new Visits();
    for (long minute : new long[] {100, 130, 161, 150}) {
      visits.see(minute * 60_000);
    }

    assertThat(visits.sessions).isEqualTo(2);
    assertThat(visits.lastSeen).isEqualTo(161 * 60_000);
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }
}
