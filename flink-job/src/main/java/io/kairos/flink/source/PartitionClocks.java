package io.kairos.flink.source;

import io.kairos.flink.config.TimeConfig;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;

/**
 * One {@link PartitionProgress} for each partition, and {@link ReaderProgress} for the reader that
 * holds them.
 *
 * <p>Flink asks for the reader's own generator first, once, and sends what that says past the
 * partitions' common watermark. A generator that takes silence for progress would there overtake
 * every partition with a backlog, since all events go through the partitions.
 */
final class PartitionClocks implements WatermarkGeneratorSupplier<Ingested> {
  private static final long serialVersionUID = 1L;

  private final TimeConfig time;
  private transient boolean readerHasItsOwn;

  PartitionClocks(TimeConfig time) {
    this.time = time;
  }

  @Override
  public WatermarkGenerator<Ingested> createWatermarkGenerator(Context context) {
    LongSupplier activityNanos = context.getInputActivityClock()::relativeTimeNanos;
    if (!readerHasItsOwn) {
      readerHasItsOwn = true;
      return new ReaderProgress(time.quiet(), activityNanos);
    }
    return new PartitionProgress(time, activityNanos);
  }
}
