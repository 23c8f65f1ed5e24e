package io.kairos.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StampsTest {
  private final Stamps stamps = new Stamps(1000, 3000);

  @Test
  void aLatencyGoesFromTheAppendOfTheEventToThatOfItsTrigger() {
    stamps.cause("a", 1000);
    stamps.cause("b", 2999);
    stamps.trigger("b", 3009);
    stamps.trigger("a", 1030);

    assertThat(stamps.latencies().millis()).containsExactly(10L, 30L);
    assertThat(stamps.latencies().missing()).isZero();
  }

  @Test
  void anEventWithoutATriggerIsMissing() {
    stamps.cause("a", 1000);
    stamps.trigger("somebody else", 1030);

    assertThat(stamps.latencies().millis()).isEmpty();
    assertThat(stamps.latencies().missing()).isOne();
  }

  @Test
  void whatWasAppendedBeforeOrAfterDoesNotCount() {
    stamps.cause("early", 999);
    stamps.cause("late", 3000);
    stamps.event("early", 999);
    stamps.trigger("early", 1500);

    assertThat(stamps.latencies()).isEqualTo(new Latencies(List.of(), 0, 0));
  }

  @Test
  void allEventsCountForTheRate() {
    stamps.event("x", 1000);
    stamps.event("y", 1000);
    stamps.cause("a", 2000);
    stamps.trigger("a", 2001);

    assertThat(stamps.latencies().rate()).isEqualTo(1.5);
  }

  @Test
  void aRepeatedTriggerCountsWhenItFirstCame() {
    stamps.cause("a", 1000);
    stamps.trigger("a", 1500);
    stamps.trigger("a", 1030);

    assertThat(stamps.latencies().millis()).containsExactly(30L);
  }
}
