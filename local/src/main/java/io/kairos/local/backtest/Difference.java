package io.kairos.local.backtest;

import java.util.List;

/**
 * What a rule sends against the baseline, told by the ids of the messages.
 *
 * @param both sent under both
 * @param moved of these, at another time
 * @param gone messages of the baseline that are sent no longer
 * @param added messages that the baseline did not send
 */
public record Difference(long both, long moved, Side gone, Side added) {

  /**
   * Messages of one side only.
   *
   * @param examples a few of them
   */
  public record Side(long count, List<Example> examples) {}

  public long baselineSent() {
    return both + gone.count();
  }

  public long sent() {
    return both + added.count();
  }
}
