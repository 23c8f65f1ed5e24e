package io.kairos.flink.source;

import io.kairos.flink.config.TimeConfig;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Where events stand in time, and how time moves: one watermark for each partition. */
public final class EventTime {
  /** All partitions of all topics run within one window of event time. */
  private static final String ALIGNMENT_GROUP = "kairos";

  private static final Duration ALIGNMENT_UPDATES = Duration.ofMillis(50);

  private EventTime() {}

  public static WatermarkStrategy<Ingested> strategy(TimeConfig time) {
    return WatermarkStrategy.<Ingested>forGenerator(
            reader -> new PartitionProgress(time.latenessMillis()))
        .withTimestampAssigner((event, stamp) -> event.positionMillis())
        .withWatermarkAlignment(
            ALIGNMENT_GROUP, Duration.ofMillis(time.alignmentMillis()), ALIGNMENT_UPDATES);
  }
}
