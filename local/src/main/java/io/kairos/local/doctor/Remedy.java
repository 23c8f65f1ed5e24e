package io.kairos.local.doctor;

import io.kairos.engine.cleaning.RejectionReason;

/** What the producer of a record, or the job's configuration, is to change. */
final class Remedy {
  private Remedy() {}

  static String of(RejectionReason reason) {
    return switch (reason) {
      case UNREADABLE ->
          "write Avro in single-object encoding, with a schema of schemas/released"
              + " (docs/topics.md)";
      case TOO_LARGE -> "write smaller records, or raise source.max-record-size";
      case MISSING_EVENT_ID ->
          "give each event an eventId that stays the same when it is sent" + " again";
      case MISSING_ORDER_ID -> "give each record of an order its orderId";
      case MISSING_ITEM_ID -> "say of each order line and cart change which item it is about";
      case CONTROL_CHARACTER -> "take line ends and other control characters out of ids";
      case ID_TOO_LONG -> "use ids of at most 256 bytes";
      case IMPOSSIBLE_TIME ->
          "write time in milliseconds since 1970 in UTC, not in seconds or" + " microseconds";
      case FUTURE_TIME ->
          "synchronise the collector's clock; time is UTC, not local time; or raise"
              + " time.future-tolerance";
      case NEGATIVE_MONEY -> "write amounts as positive numbers; a refund says so by its type";
      case IMPOSSIBLE_MONEY -> "write amounts in minor units, such as cents";
      case IMPOSSIBLE_QUANTITY -> "write quantities of 1 to 999,999";
      case UNKNOWN_CURRENCY ->
          "set shop.currency to the shop's, or convert amounts before they" + " are sent";
      default -> "look at such a record in the dead letters";
    };
  }
}
