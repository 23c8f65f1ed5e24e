package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StopSignalTest {

  @Test
  void endsTheWaitWhenRequested() throws InterruptedException {
    try (StopSignal stop = StopSignal.install()) {
      stop.request();

      assertThat(stop.await(Duration.ofDays(1))).isTrue();
      assertThat(stop.isRequested()).isTrue();
    }
  }

  @Test
  void tellsThatTheTimePassed() throws InterruptedException {
    try (StopSignal stop = StopSignal.install()) {
      assertThat(stop.await(Duration.ofMillis(1))).isFalse();
    }
  }

  @Test
  void runsActionsThatCameBeforeAndAfterTheRequest() {
    AtomicInteger runs = new AtomicInteger();
    try (StopSignal stop = StopSignal.install()) {
      stop.onRequest(runs::incrementAndGet);
      assertThat(runs).hasValue(0);

      stop.request();
      stop.onRequest(runs::incrementAndGet);

      assertThat(runs).hasValue(2);
    }
  }

  @Test
  void endsAStartOnlyWhenRequested() {
    try (StopSignal stop = StopSignal.install()) {
      assertThatCode(stop::throwIfRequested).doesNotThrowAnyException();

      stop.request();

      assertThatThrownBy(stop::throwIfRequested).isInstanceOf(CommandError.class);
    }
  }
}
