package io.kairos.flink.source.proof;

import io.kairos.flink.config.TimeConfig;
import io.kairos.flink.config.WallClock;
import io.kairos.flink.source.EventTime;
import io.kairos.flink.source.Ingested;
import io.kairos.flink.source.SpokenTime;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;
import org.apache.flink.streaming.api.operators.source.TimestampsAndWatermarks;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.apache.flink.util.clock.ManualClock;

/** Flink's own machinery of watermarks behind one reader, and what it says to the next operator. */
final class ReaderMachinery {
  static final long BOUND = 2_000;
  static final long SKEW = 1_000;
  static final TimeConfig TIME =
      new TimeConfig(
          BOUND, 0, new TimeConfig.Quiet(1, SKEW, WallClock.REAL), 60_000, Long.MAX_VALUE);

  private final SpokenTime spoken = new SpokenTime();
  private final TimestampsAndWatermarks<Ingested> logic;
  private final ReaderOutput<Ingested> output;

  ReaderMachinery() {
    ManualClock clock = new ManualClock();
    var metrics = UnregisteredMetricGroups.createUnregisteredTaskMetricGroup();
    logic =
        TimestampsAndWatermarks.createProgressiveEventTimeLogic(
            EventTime.strategy(TIME),
            metrics,
            new TestProcessingTimeService(),
            100,
            clock,
            clock,
            metrics.getIOMetricGroup());
    output = logic.createMainOutput(spoken, spoken);
  }

  SpokenTime spoken() {
    return spoken;
  }

  ReaderOutput<Ingested> output() {
    return output;
  }

  /** As a timer does. */
  void emitPeriodically() {
    logic.emitImmediateWatermark(0);
  }
}
