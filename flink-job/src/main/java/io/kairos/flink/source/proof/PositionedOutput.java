package io.kairos.flink.source.proof;

import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/**
 * Hands on the records of a reader's splits, and notes how far each split has come.
 *
 * @param output where they go
 * @param positions by the id of the split
 */
record PositionedOutput<T>(ReaderOutput<T> output, Map<String, ReadPosition> positions)
    implements ReaderOutput<Fetched<T>> {

  /** The same of one split. */
  private record Split<T>(SourceOutput<T> output, ReadPosition position)
      implements SourceOutput<Fetched<T>> {

    @Override
    public void collect(Fetched<T> fetched) {
      output.collect(fetched.record());
      position.passed(fetched.offset());
    }

    @Override
    public void collect(Fetched<T> fetched, long timestamp) {
      output.collect(fetched.record(), timestamp);
      position.passed(fetched.offset());
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      output.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
      output.markIdle();
    }

    @Override
    public void markActive() {
      output.markActive();
    }
  }

  /** Moves the time of every split to where it is proved to stand, less a distance. */
  void emitProven(long behindMillis) {
    positions.forEach(
        (split, position) -> {
          long proven = position.provenMillis();
          if (proven != Long.MIN_VALUE) {
            output.createOutputForSplit(split).emitWatermark(new Watermark(proven - behindMillis));
          }
        });
  }

  @Override
  public SourceOutput<Fetched<T>> createOutputForSplit(String split) {
    return new Split<>(output.createOutputForSplit(split), positions.get(split));
  }

  @Override
  public void releaseOutputForSplit(String split) {
    output.releaseOutputForSplit(split);
    positions.remove(split);
  }

  @Override
  public void collect(Fetched<T> fetched) {
    throw new IllegalStateException("All records come from a split");
  }

  @Override
  public void collect(Fetched<T> fetched, long timestamp) {
    collect(fetched);
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    output.emitWatermark(watermark);
  }

  @Override
  public void markIdle() {
    output.markIdle();
  }

  @Override
  public void markActive() {
    output.markActive();
  }
}
