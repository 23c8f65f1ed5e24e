package io.kairos.flink.registry;

import io.kairos.engine.cleaning.RejectionReason;

/** A record in the Confluent wire format that nobody can read, now or later. */
public final class RefusedFrame extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectionReason reason;

  RefusedFrame(RejectionReason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  static RefusedFrame unreadable(String detail) {
    return new RefusedFrame(RejectionReason.UNREADABLE, detail);
  }

  /** What it is counted as. */
  public RejectionReason reason() {
    return reason;
  }
}
