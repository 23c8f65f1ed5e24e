package io.kairos.engine.event;

import java.util.List;

/**
 * An order at one status.
 *
 * @param orderId null only before cleaning
 * @param placedAtMillis when it was placed, epoch milliseconds
 * @param items the items ordered
 * @param money what was paid or given back
 */
public record OrderStatus(
    Header header,
    EventName name,
    String orderId,
    long placedAtMillis,
    List<String> items,
    Money money)
    implements Event {

  /**
   * The money of an order.
   *
   * @param totalMinor for the goods, after discount, without shipping; minor units
   * @param refundMinor given back by this event; minor units, 0 unless it is a refund
   * @param refundId tells refunds of one order apart; null unless it is a refund
   * @param amounts all amounts anywhere in the order
   * @param currency ISO 4217; null for the shop's
   */
  public record Money(
      long totalMinor, long refundMinor, String refundId, AmountRange amounts, String currency) {}

  @Override
  public String currency() {
    return money.currency();
  }

  @Override
  public AmountRange amounts() {
    return money.amounts();
  }
}
