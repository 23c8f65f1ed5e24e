package io.kairos.local.fit;

/**
 * What the models read of one customer.
 *
 * @param x purchase days after the first
 * @param tx weeks from the first purchase day to the last
 * @param T weeks from the first purchase day to the end of the observation
 * @param meanSpend mean spend of the days after the first, in the major unit; 0 for x = 0
 */
record PurchaseHistory(int x, double tx, double T, double meanSpend) {}
