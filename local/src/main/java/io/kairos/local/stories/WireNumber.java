package io.kairos.local.stories;

import java.util.Set;

/** What a whole number on the wire means, by the name of its field. */
enum WireNumber {
  /** Minor units of a currency. */
  AMOUNT,
  /** Epoch milliseconds. */
  TIME,
  COUNT;

  static final Set<String> AMOUNTS =
      Set.of(
          "price",
          "listPrice",
          "unitPrice",
          "discount",
          "total",
          "shipping",
          "refundAmount",
          "cartTotal",
          "amount");
  static final Set<String> TIMES =
      Set.of(
          "time",
          "deviceTime",
          "sentAt",
          "placedAt",
          "payBy",
          "anchorTime",
          "eventTime",
          "notBefore",
          "validUntil",
          "decidedAt");
  static final Set<String> COUNTS = Set.of("sequence", "dwellMillis");

  static WireNumber of(String field) {
    if (AMOUNTS.contains(field)) {
      return AMOUNT;
    }
    return TIMES.contains(field) ? TIME : COUNT;
  }
}
