/**
 * What a customer is interested in: scores that fade, the level of prices, and what was searched
 * for. Parts of the profile that know no event; between {@code cleaning} and {@code profile}.
 */
package io.kairos.engine.interest;
