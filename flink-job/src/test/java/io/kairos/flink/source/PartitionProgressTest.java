package io.kairos.flink.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Origin;
import io.kairos.flink.config.TimeConfig;
import io.kairos.flink.config.WallClock;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class PartitionProgressTest {
  private static final long BOUND = 2_000;
  private static final long SKEW = 1_000;
  private static final long QUIET_AFTER = 5_000;

  private long activityNanos = 1;
  private long reached = Long.MIN_VALUE;
  private final PartitionProgress progress = progress(QUIET_AFTER);

  private final WatermarkOutput output =
      new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
          reached = Math.max(reached, watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
          throw new AssertionError("an idle partition would let others run past it");
        }

        @Override
        public void markActive() {}
      };

  @Test
  void saysNothingBeforeTheFirstEvent() {
    progress.onPeriodicEmit(output);
    assertThat(reached).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void staysBehindTheLastArrivalByTheBoundAndAMillisecond() {
    arrive(100_000);
    assertThat(reached).isEqualTo(100_000 - BOUND - 1);
  }

  @Test
  void aLowerArrivalDoesNotTurnItBack() {
    arrive(100_000);
    arrive(90_000);
    assertThat(reached).isEqualTo(100_000 - BOUND - 1);
  }

  @Test
  void waitsWhileThePartitionMaySpeak() {
    arrive(100_000);
    pass(QUIET_AFTER - 1);
    assertThat(reached).isEqualTo(100_000 - BOUND - 1);
  }

  @Test
  void goesOnWithTheClockOnceThePartitionIsQuiet() {
    arrive(100_000);
    long before = System.currentTimeMillis();
    pass(QUIET_AFTER);
    assertThat(reached)
        .isBetween(before - SKEW - BOUND - 1, System.currentTimeMillis() - SKEW - BOUND - 1);
  }

  @Test
  void goesOnInAPartitionThatNeverSaidAnything() {
    pass(QUIET_AFTER);
    assertThat(reached).isGreaterThan(0);
  }

  @Test
  void anEventEndsTheQuiet() {
    pass(QUIET_AFTER);
    long quiet = reached;
    reached = Long.MIN_VALUE;
    arrive(quiet + 50_000);
    assertThat(reached).isEqualTo(quiet + 50_000 - BOUND - 1);
  }

  @Test
  void neverGoesOnByItselfWhereThatIsSwitchedOff() {
    PartitionProgress patient = progress(0);
    activityNanos += Duration.ofDays(1).toNanos();
    patient.onPeriodicEmit(output);
    assertThat(reached).isEqualTo(Long.MIN_VALUE);
  }

  private PartitionProgress progress(long quietAfter) {
    TimeConfig.Quiet quiet = new TimeConfig.Quiet(quietAfter, SKEW, WallClock.REAL);
    TimeConfig time = new TimeConfig(BOUND, 0, quiet, 60_000, Long.MAX_VALUE);
    return new PartitionProgress(time, () -> activityNanos);
  }

  private void arrive(long arrival) {
    Ingested.Kind kind = new Ingested.Kind(Origin.CART, EventName.CART_ADDED, false);
    progress.onEvent(new Ingested(kind, arrival, null, null, null), arrival, output);
    progress.onPeriodicEmit(output);
  }

  private void pass(long millis) {
    activityNanos += Duration.ofMillis(millis).toNanos();
    progress.onPeriodicEmit(output);
  }
}
