package io.kairos.flink.rules;

import io.kairos.flink.config.KairosConfig;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The rules topic as a source of one reader. Keeps no state: the topic is small and complete, so
 * every start reads it whole, and what is in effect at an instant depends on the log alone, not on
 * the checkpoint that a job comes back from.
 *
 * <p>Its watermark runs ahead of the log by the activation delay, and moves only with a proof: an
 * end of the log, asked for at a local time, that is not above what was read. So a record that is
 * appended later takes effect after every watermark so far, and while the broker is away events
 * wait.
 */
public final class RulesInput implements Source<RuleUpdate, RulesSplit, Boolean> {
  private static final long serialVersionUID = 1L;

  private final KairosConfig config;

  public RulesInput(KairosConfig config) {
    this.config = config;
  }

  @Override
  public Boundedness getBoundedness() {
    return config.input().bounded() ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<RuleUpdate, RulesSplit> createReader(SourceReaderContext context) {
    return new RulesReader(config, context);
  }

  @Override
  public SplitEnumerator<RulesSplit, Boolean> createEnumerator(
      SplitEnumeratorContext<RulesSplit> context) {
    return new Enumerator(context, true);
  }

  @Override
  public SplitEnumerator<RulesSplit, Boolean> restoreEnumerator(
      SplitEnumeratorContext<RulesSplit> context, Boolean unassigned) {
    return new Enumerator(context, unassigned);
  }

  @Override
  public SimpleVersionedSerializer<RulesSplit> getSplitSerializer() {
    return RulesSplit.SERIALIZER;
  }

  @Override
  public SimpleVersionedSerializer<Boolean> getEnumeratorCheckpointSerializer() {
    return new FlagSerializer();
  }

  /** Gives the one split to the first reader that asks. */
  private static final class Enumerator implements SplitEnumerator<RulesSplit, Boolean> {
    private final SplitEnumeratorContext<RulesSplit> context;
    private final List<RulesSplit> left = new ArrayList<>();

    Enumerator(SplitEnumeratorContext<RulesSplit> context, boolean unassigned) {
      this.context = context;
      if (unassigned) {
        left.add(new RulesSplit());
      }
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int reader, String host) {
      if (left.isEmpty()) {
        context.signalNoMoreSplits(reader);
      } else {
        context.assignSplit(left.remove(0), reader);
      }
    }

    @Override
    public void addSplitsBack(List<RulesSplit> splits, int reader) {
      left.addAll(splits);
    }

    @Override
    public void addReader(int reader) {}

    @Override
    public Boolean snapshotState(long checkpoint) {
      return !left.isEmpty();
    }

    @Override
    public void close() {}
  }
}
