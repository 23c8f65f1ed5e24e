package io.kairos.local.backtest;

import io.kairos.engine.trigger.Trigger;

/** Counts what differs from the baseline. */
final class DifferenceTally {
  private final Examples goneExamples = new Examples();
  private final Examples addedExamples = new Examples();
  private long both;
  private long moved;
  private long gone;
  private long added;

  /** The same message under both. */
  void both(Trigger now, Trigger before) {
    both++;
    moved += now.times().releasedMillis() == before.times().releasedMillis() ? 0 : 1;
  }

  void gone(Trigger before) {
    gone++;
    goneExamples.add(before);
  }

  void added(Trigger now) {
    added++;
    addedExamples.add(now);
  }

  void add(DifferenceTally other) {
    both += other.both;
    moved += other.moved;
    gone += other.gone;
    added += other.added;
    goneExamples.add(other.goneExamples);
    addedExamples.add(other.addedExamples);
  }

  Difference difference() {
    return new Difference(
        both,
        moved,
        new Difference.Side(gone, goneExamples.all()),
        new Difference.Side(added, addedExamples.all()));
  }
}
