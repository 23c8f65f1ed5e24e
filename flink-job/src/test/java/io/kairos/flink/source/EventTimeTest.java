package io.kairos.flink.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Origin;
import io.kairos.flink.config.TimeConfig;
import io.kairos.flink.config.WallClock;
import java.time.Duration;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;
import org.apache.flink.streaming.api.operators.source.TimestampsAndWatermarks;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.apache.flink.util.clock.ManualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How time moves in one reader with its partitions, in Flink's own machinery. */
class EventTimeTest {
  private static final long BOUND = 2_000;
  private static final Duration QUIET_AFTER = Duration.ofSeconds(5);
  private static final long OLD = 1_000_000_000_000L;

  private final ManualClock activity = new ManualClock();
  private final SpokenTime spoken = new SpokenTime();
  private TimestampsAndWatermarks<Ingested> logic;
  private ReaderOutput<Ingested> reader;

  @BeforeEach
  void startReader() {
    TimeConfig.Quiet quiet = new TimeConfig.Quiet(QUIET_AFTER.toMillis(), 0, WallClock.REAL);
    TimeConfig time = new TimeConfig(BOUND, 0, quiet, 60_000, Long.MAX_VALUE);
    var metrics = UnregisteredMetricGroups.createUnregisteredTaskMetricGroup();
    logic =
        TimestampsAndWatermarks.createProgressiveEventTimeLogic(
            EventTime.strategy(time),
            metrics,
            new TestProcessingTimeService(),
            100,
            activity,
            activity,
            metrics.getIOMetricGroup());
    reader = logic.createMainOutput(spoken, spoken);
  }

  @Test
  void aBusyPartitionHoldsTimeBackHoweverQuietTheOthersAre() {
    SourceOutput<Ingested> busy = reader.createOutputForSplit("orders-0");
    reader.createOutputForSplit("customers-0");
    for (int second = 1; second <= 60; second++) {
      collect(busy, OLD + second);
      pass(Duration.ofSeconds(1));
      assertThat(spoken.watermark()).isLessThanOrEqualTo(OLD + second - BOUND - 1);
    }
    assertThat(spoken.watermark()).isEqualTo(OLD + 60 - BOUND - 1);
  }

  @Test
  void aPartitionNotYetReadHoldsTimeBack() {
    SourceOutput<Ingested> read = reader.createOutputForSplit("orders-0");
    reader.createOutputForSplit("cart-0");
    collect(read, OLD);
    pass(QUIET_AFTER.minusMillis(1));
    assertThat(spoken.watermark()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void timeGoesOnWhenAllPartitionsAreQuiet() {
    SourceOutput<Ingested> partition = reader.createOutputForSplit("orders-0");
    collect(partition, OLD);
    pass(QUIET_AFTER.plusSeconds(1));
    pass(QUIET_AFTER.plusSeconds(1));
    assertThat(spoken.watermark()).isGreaterThan(OLD + BOUND);
  }

  @Test
  void aReaderWithoutPartitionsIsIdleAndSaysNoTime() {
    pass(QUIET_AFTER.multipliedBy(2).minusMillis(1));
    assertThat(spoken.idle()).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(spoken.idle()).isTrue();
    assertThat(spoken.watermark()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void aReaderWithAPartitionIsNeverIdle() {
    reader.createOutputForSplit("orders-0");
    pass(QUIET_AFTER);
    pass(QUIET_AFTER.multipliedBy(10));
    assertThat(spoken.idle()).isFalse();
  }

  private static void collect(SourceOutput<Ingested> output, long arrival) {
    Ingested.Kind kind = new Ingested.Kind(Origin.ORDERS, EventName.ORDER_PAID, false);
    output.collect(new Ingested(kind, arrival, null, null, null), arrival);
  }

  private void pass(Duration time) {
    activity.advanceTime(time);
    logic.emitImmediateWatermark(0);
  }
}
