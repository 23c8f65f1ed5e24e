package io.kairos.engine.rule;

import io.kairos.engine.fact.About;
import io.kairos.engine.fact.EventField;

/** From which instant on a step may be due. */
public sealed interface Delay {

  /** The instant of a run that began then, epoch milliseconds; {@link Long#MAX_VALUE} for never. */
  long of(long startMillis, Run run);

  /** What a step has to be ahead of, epoch milliseconds; {@link Long#MAX_VALUE} for nothing. */
  long aheadOf(Run run);

  /**
   * So long after the start or the last restart.
   *
   * @param millis at least 0
   */
  record After(long millis) implements Delay {
    @Override
    public long of(long startMillis, Run run) {
      return startMillis + millis;
    }

    @Override
    public long aheadOf(Run run) {
      return Long.MAX_VALUE;
    }
  }

  /**
   * So long before an instant that the start event names.
   *
   * @param millis above 0
   */
  record Before(long millis, EventField instant) implements Delay {
    @Override
    public long of(long startMillis, Run run) {
      long named = aheadOf(run);
      return named == Long.MAX_VALUE ? named : named - millis;
    }

    @Override
    public long aheadOf(Run run) {
      long named = run.kept().number(instant);
      return named == About.UNKNOWN ? Long.MAX_VALUE : named;
    }
  }
}
