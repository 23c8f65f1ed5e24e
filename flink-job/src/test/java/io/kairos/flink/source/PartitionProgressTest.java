package io.kairos.flink.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Origin;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class PartitionProgressTest {
  private static final long BOUND = 2_000;

  private final PartitionProgress progress = new PartitionProgress(BOUND);
  private long reached = Long.MIN_VALUE;

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

  private void arrive(long arrival) {
    Ingested.Kind kind = new Ingested.Kind(Origin.CART, EventName.CART_ADDED, false);
    progress.onEvent(new Ingested(kind, arrival, null, null, null), arrival, output);
    progress.onPeriodicEmit(output);
  }
}
