package io.kairos.flink.rules;

import io.kairos.flink.config.KairosConfig;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;

/** Hands on what {@link RulesLog} has read. */
final class RulesReader implements SourceReader<RuleUpdate, RulesSplit> {
  private final KairosConfig config;
  private final SourceReaderContext context;
  private RulesLog log;
  private CompletableFuture<Void> assigned = new CompletableFuture<>();
  private boolean noMoreSplits;

  RulesReader(KairosConfig config, SourceReaderContext context) {
    this.config = config;
    this.context = context;
  }

  @Override
  public void start() {
    context.sendSplitRequest();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<RuleUpdate> output) {
    if (log == null) {
      return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
    }
    RulesLog.Read read = log.next();
    if (read == null) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    if (read.update() != null) {
      output.collect(read.update(), read.update().arrivalMillis());
    } else if (read.reachedMillis() == RulesLog.END) {
      return InputStatus.END_OF_INPUT;
    } else {
      output.emitWatermark(new Watermark(read.reachedMillis()));
    }
    return InputStatus.MORE_AVAILABLE;
  }

  /** The split as it is: the next start reads it from its beginning. */
  @Override
  public List<RulesSplit> snapshotState(long checkpoint) {
    return log == null ? List.of() : List.of(new RulesSplit());
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return log == null ? assigned : log.available();
  }

  @Override
  public void addSplits(List<RulesSplit> splits) {
    log = RulesLog.open(config);
    assigned.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    noMoreSplits = true;
    assigned.complete(null);
  }

  @Override
  public void close() {
    if (log != null) {
      log.close();
    }
  }
}
