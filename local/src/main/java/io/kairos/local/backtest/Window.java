package io.kairos.local.backtest;

import io.kairos.engine.profile.Shop;

/**
 * The time whose decisions count, with both ends; epoch milliseconds.
 *
 * @param shop whose days and weeks count
 */
record Window(long fromMillis, long toMillis, Shop shop) {

  boolean includes(long millis) {
    return millis >= fromMillis && millis <= toMillis;
  }

  /** The shop's day, as {@link Shop#dayOf}. */
  int dayOf(long millis) {
    return shop.dayOf(millis);
  }
}
