package io.kairos.bench.limit;

import io.kairos.bench.contract.RunOptions;

/** L0: the events are polled, and that is all. */
public final class PollLimit {
  private PollLimit() {}

  public static void main(String[] args) throws Exception {
    new Reading(RunOptions.of(args)).all(records -> {});
  }
}
