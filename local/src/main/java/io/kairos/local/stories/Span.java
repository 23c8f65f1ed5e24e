package io.kairos.local.stories;

/**
 * A stretch of time.
 *
 * @param fromMillis epoch milliseconds
 * @param toMillis exclusive, epoch milliseconds
 */
record Span(long fromMillis, long toMillis) {
  static final Span EVER = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

  boolean contains(long millis) {
    return fromMillis <= millis && millis < toMillis;
  }

  /** A stretch without a beginning. */
  static Span until(long toMillis) {
    return new Span(Long.MIN_VALUE, toMillis);
  }

  boolean hasBeginning() {
    return fromMillis != Long.MIN_VALUE;
  }

  boolean isEver() {
    return equals(EVER);
  }

  /** How far an instant is away, milliseconds. */
  long distance(long millis) {
    return millis < fromMillis ? fromMillis - millis : Math.max(0, millis - toMillis + 1);
  }

  Span until(Span last) {
    return new Span(fromMillis, last.toMillis);
  }
}
