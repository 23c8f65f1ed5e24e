package io.kairos.local.backtest;

import io.kairos.engine.trigger.Trigger;
import io.kairos.local.StopSignal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;

/** The customers of one share, one after the other, under the rules and under the baseline. */
final class ShareRun implements Callable<ShareRun.Outcome> {
  private final Pieces pieces;
  private final Contender tried;
  private final Optional<Contender> baseline;
  private final LongAdder done;
  private final StopSignal stop;
  private final Outcome outcome;

  /**
   * @param done counts the events that are through
   */
  ShareRun(
      Pieces pieces,
      Contender tried,
      Optional<Contender> baseline,
      LongAdder done,
      StopSignal stop) {
    this.pieces = pieces;
    this.tried = tried;
    this.baseline = baseline;
    this.done = done;
    this.stop = stop;
    this.outcome =
        new Outcome(Findings.of(tried.rules()), baseline.map(other -> Findings.of(other.rules())));
  }

  /** What both did. */
  record Outcome(Findings tried, Optional<Findings> baseline) {
    void add(Outcome other) {
      tried.add(other.tried);
      baseline.ifPresent(findings -> findings.add(other.baseline.orElseThrow()));
    }
  }

  @Override
  public Outcome call() {
    while (pieces.hasNext()) {
      stop.throwIfRequested();
      customer(pieces.next());
    }
    return outcome;
  }

  private void customer(Pieces.Piece first) {
    CustomerRun run = new CustomerRun(tried, outcome.tried(), first.customerId());
    Optional<CustomerRun> other =
        baseline.map(
            contender ->
                new CustomerRun(contender, outcome.baseline().orElseThrow(), first.customerId()));
    for (Pieces.Piece piece = first; ; piece = pieces.next()) {
      advance(piece, run, other);
      if (piece.isLast()) {
        break;
      }
    }
    run.finish();
    other.ifPresent(CustomerRun::finish);
    other.ifPresent(before -> compare(run.sent(), before.sent()));
  }

  private void advance(Pieces.Piece piece, CustomerRun run, Optional<CustomerRun> other) {
    run.advance(piece.events(), piece.upToMillis());
    other.ifPresent(before -> before.advance(piece.events(), piece.upToMillis()));
    done.add(piece.events().size());
  }

  private void compare(Map<String, Trigger> now, Map<String, Trigger> before) {
    now.forEach(
        (id, trigger) -> {
          DifferenceTally tally = difference(trigger);
          if (before.containsKey(id)) {
            tally.both(trigger, before.get(id));
          } else {
            tally.added(trigger);
          }
        });
    before.forEach(
        (id, trigger) -> {
          if (!now.containsKey(id)) {
            difference(trigger).gone(trigger);
          }
        });
  }

  private DifferenceTally difference(Trigger trigger) {
    return outcome.tried().difference(trigger.reference().rule());
  }
}
