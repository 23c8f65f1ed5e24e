package io.kairos.local.trial;

/**
 * When a rule last began for a customer.
 *
 * @param atMillis when the engine began it, epoch milliseconds
 * @param countsFromMillis what its waits count from, epoch milliseconds
 * @param origin what began it
 */
record Beginning(long atMillis, long countsFromMillis, Origin origin) {
  /** What begins a rule. */
  enum Origin {
    /** An event that came. */
    EVENT,
    /** Time that passed. */
    TIME
  }
}
