package io.kairos.engine.predict;

/**
 * What the models know of a customer who has bought at least once.
 *
 * @param repeats purchase days after the first, at least 0
 * @param daysToLast from the first purchase day to the last, at least 0
 * @param daysToNow from the first purchase day to the day of the question; taken as daysToLast
 *     where it is less
 * @param meanRepeatSpend mean spend of the days after the first, major unit; 0 without such a day
 */
public record PurchaseHistory(int repeats, int daysToLast, int daysToNow, double meanRepeatSpend) {}
