package io.kairos.local.imports;

/**
 * Events of one type.
 *
 * @param events how many
 * @param amountMinor sum of what was paid ({@code order.refunded}: given back) in minor units; of
 *     meaning if the file has one currency; 0 outside of orders
 */
public record TypeCount(long events, long amountMinor) {
  static final TypeCount ZERO = new TypeCount(0, 0);

  TypeCount plus(TypeCount other) {
    return new TypeCount(events + other.events, amountMinor + other.amountMinor);
  }
}
