package io.kairos.local.traffic;

/**
 * A change of one item in a cart.
 *
 * @param item the item
 * @param delta change in units, negative for fewer
 */
record CartChange(Item item, int delta) {}
