package io.kairos.flink.source;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.runtime.throwable.ThrowableClassifier;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloodGuardTest {
  private static final long MINUTE = 60_000;

  private final FloodGuard guard = new FloodGuard("orders-3");

  @Test
  void fewRecordsAreNoFlood() {
    assertThatCode(() -> see(999, false, 0)).doesNotThrowAnyException();
  }

  @Test
  void theThousandthUnreadableRecordOfAMinuteStopsTheJob() {
    see(999, false, 0);
    assertThatThrownBy(() -> see(1, false, 1))
        .isInstanceOf(UnreadableFlood.class)
        .hasMessageContaining("UNREADABLE_FLOOD")
        .hasMessageContaining("orders-3");
  }

  @Test
  void aHalfIsNoFloodAndOneMoreIs() {
    see(500, true, 0);
    assertThatCode(() -> see(500, false, 0)).doesNotThrowAnyException();
    assertThatThrownBy(() -> see(1, false, 0)).isInstanceOf(UnreadableFlood.class);
  }

  @Test
  void eachMinuteOfAppendTimeBeginsAnew() {
    for (int minute = 0; minute < 5; minute++) {
      see(999, false, minute * MINUTE);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE})
  void itWatchesAtAnyTime(long arrival) {
    see(999, false, arrival);
    assertThatThrownBy(() -> see(1, false, arrival)).isInstanceOf(UnreadableFlood.class);
  }

  @Test
  void aMinuteBeforeIsAnotherMinute() {
    see(999, false, MINUTE);
    assertThatCode(() -> see(1, false, MINUTE - 1)).doesNotThrowAnyException();
  }

  @Test
  void noRestartStrategyLoopsOnIt() {
    Assertions.assertThat(ThrowableClassifier.getThrowableType(new UnreadableFlood("p", 1, 1)))
        .isEqualTo(ThrowableType.NonRecoverableError);
  }

  private void see(int records, boolean readable, long arrival) {
    for (int i = 0; i < records; i++) {
      guard.saw(arrival, readable);
    }
  }
}
