package io.kairos.flink.source.proof;

/**
 * Offsets under which no record lies that a consumer is given: marks of ended transactions, and
 * what was deleted.
 *
 * @param from the first of them
 * @param to the first offset that is not known to be one of them
 * @param atRecord whether a record lies at {@code to}; if not, it was not found out
 */
record Stretch(long from, long to, boolean atRecord) {
  static final Stretch NONE = new Stretch(0, 0, false);

  /** Whether nothing lies from an offset up to an end, which is not included. */
  boolean covers(long next, long end) {
    return from <= next && end <= to;
  }

  /** Whether it tells anything of what comes next. */
  boolean holds(long next) {
    return from <= next && next <= to;
  }

  /** Whether a record is known to be what comes next. */
  boolean leadsToRecord(long next) {
    return atRecord && holds(next);
  }
}
