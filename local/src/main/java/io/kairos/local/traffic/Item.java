package io.kairos.local.traffic;

/**
 * An item of the catalogue.
 *
 * @param id the item
 * @param category path from general to special, parts separated by dots
 * @param brand its brand
 * @param priceCents price asked for one unit, minor units, positive
 * @param listPriceCents price before discount, minor units, at least the price asked
 */
record Item(String id, String category, String brand, long priceCents, long listPriceCents) {}
