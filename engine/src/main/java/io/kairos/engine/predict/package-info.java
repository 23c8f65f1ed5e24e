/**
 * What a customer is likely to do: alive or gone, how many purchases, how much an order. Plain
 * formulas over a purchase history in four numbers and a fitted model; between {@code profile},
 * which counts the history, and {@code segment}, which asks. Knows no event and no state.
 *
 * <p>All logarithms, exponentials and powers are {@link StrictMath}'s, so that every machine gives
 * the same bits.
 */
package io.kairos.engine.predict;
