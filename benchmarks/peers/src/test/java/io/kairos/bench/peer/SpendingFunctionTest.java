package io.kairos.bench.peer;

import static io.kairos.bench.peer.Timeline.alert;
import static io.kairos.bench.peer.Timeline.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.shop.Alert.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpendingFunctionTest {

  @Test
  void alertsOnceTheLimitIsReached() throws Exception {
    try (Timeline timeline = new Timeline(new SpendingFunction())) {
      timeline.tell(paid(days(0), 199_999));
      assertThat(timeline.until(days(1))).isEmpty();

      timeline.tell(paid(days(2), 1), paid(days(3), 50_000));
      assertThat(timeline.until(days(4))).containsExactly(alert(Rule.VIP, days(2), 200_000));
    }
  }

  @Test
  void alertsAgainAfterHavingFallenBelow() throws Exception {
    try (Timeline timeline = new Timeline(new SpendingFunction())) {
      timeline.tell(paid(days(0), 200_000), paid(days(29), 10), paid(days(30), 199_990));

      assertThat(timeline.until(days(31)))
          .containsExactly(alert(Rule.VIP, days(0), 200_000), alert(Rule.VIP, days(30), 200_000));
    }
  }

  private static Duration days(long days) {
    return Duration.ofDays(days);
  }
}
