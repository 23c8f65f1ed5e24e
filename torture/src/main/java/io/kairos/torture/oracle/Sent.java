package io.kairos.torture.oracle;

import io.kairos.wire.Trigger;

/** A message that went out. */
record Sent(Run run, Trigger trigger) {
  private static final int FIXED_BYTES = 23;

  long releasedMillis() {
    return trigger.getEventTime();
  }

  boolean isValidAt(long millis) {
    return millis < trigger.getValidUntil();
  }

  /** No less than the bytes that the job needs for it. */
  int bytes() {
    return FIXED_BYTES
        + Run.length(run.rule().id())
        + Run.length(run.occasion())
        + Run.length(trigger.getStep());
  }

  boolean isMarketing() {
    return !run.rule().manner().service();
  }
}
