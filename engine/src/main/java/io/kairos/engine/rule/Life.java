package io.kairos.engine.rule;

/**
 * When a rule begins runs.
 *
 * @param fromMillis first instant, epoch milliseconds; {@link Long#MIN_VALUE} for always
 * @param toMillis first instant at which it no longer does, epoch milliseconds; {@link
 *     Long#MAX_VALUE} for never
 * @param existing what becomes of customers for whom {@code becomes} holds at the start
 */
public record Life(Status status, long fromMillis, long toMillis, Existing existing) {
  static final Life ALWAYS =
      new Life(Status.ACTIVE, Long.MIN_VALUE, Long.MAX_VALUE, Existing.ENTER);

  /** What becomes of customers for whom {@code becomes} holds at the start. */
  public enum Existing {
    /** They count as having begun before. */
    ENTER,
    /** A run begins. */
    FIRE
  }

  /** Whether a run can begin at an instant. */
  boolean isOpen(long now) {
    return status.begins() && now >= fromMillis && now < toMillis;
  }

  /** The same from an instant on, no earlier than its own. */
  Life from(long millis) {
    return new Life(status, Math.max(fromMillis, millis), toMillis, existing);
  }

  Life with(Status other) {
    return new Life(other, fromMillis, toMillis, existing);
  }
}
