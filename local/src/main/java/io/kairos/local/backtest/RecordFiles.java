package io.kairos.local.backtest;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.trigger.Trigger;
import io.kairos.flink.operator.TriggerRecords;
import io.kairos.wire.Mode;
import io.kairos.wire.PlainJson;
import java.io.IOException;
import java.nio.file.Path;

/** triggers.jsonl and decisions.jsonl of a backtest, in the form of a replay's. */
final class RecordFiles implements Records, AutoCloseable {
  private final TriggerRecords records = new TriggerRecords(Mode.REPLAY);
  private final SortedLines triggers = new SortedLines();
  private final SortedLines decisions = new SortedLines();

  @Override
  public void trigger(Trigger trigger) {
    String line = PlainJson.of(records.trigger(trigger));
    Trigger.Reference reference = trigger.reference();
    triggers.add(
        new SortedLines.Line(
            trigger.times().releasedMillis(), reference.customerId(), reference.id(), line));
  }

  @Override
  public void decision(Decision decision) {
    String line = PlainJson.of(records.decision(decision));
    decisions.add(
        new SortedLines.Line(decision.atMillis(), decision.customerId(), decision.id(), line));
  }

  /** Writes all that was taken, over what is there. */
  void write(Path folder) throws IOException {
    triggers.write(folder.resolve("triggers.jsonl"));
    decisions.write(folder.resolve("decisions.jsonl"));
  }

  @Override
  public void close() throws IOException {
    try (decisions) {
      triggers.close();
    }
  }
}
