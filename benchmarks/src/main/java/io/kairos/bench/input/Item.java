package io.kairos.bench.input;

/**
 * Something that the shop sells.
 *
 * @param priceCents of one unit, minor units of the currency
 */
record Item(String id, String category, String brand, long priceCents) {}
