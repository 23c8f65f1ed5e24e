package io.kairos.engine.event;

import java.util.List;

/**
 * An order at one status.
 *
 * @param orderId null only before cleaning
 * @param dates when it was placed, and until when it can be paid
 * @param lines what was ordered
 * @param money what was paid or given back
 */
public record OrderStatus(
    Header header, EventName name, String orderId, Dates dates, List<OrderLine> lines, Money money)
    implements Event {

  /**
   * @param placedAtMillis epoch milliseconds
   * @param payByMillis until when it can be paid, epoch milliseconds; 0 where no limit is given
   */
  public record Dates(long placedAtMillis, long payByMillis) {
    /**
     * The dates as an event at an instant gives them; one that cannot be counts as not given.
     *
     * @param timeMillis of the event, epoch milliseconds
     */
    public static Dates given(long placedAtMillis, long payByMillis, long timeMillis) {
      return new Dates(
          Timing.isPossible(placedAtMillis) ? placedAtMillis : timeMillis,
          Timing.isPossible(payByMillis) ? payByMillis : 0);
    }

    /** An order that can be paid at any time. */
    public static Dates placedAt(long millis) {
      return new Dates(millis, 0);
    }
  }

  /**
   * The money of an order.
   *
   * @param totalMinor for the goods, after discount, without shipping; minor units
   * @param saving what made it cheaper
   * @param refund what this event gives back
   * @param amounts all amounts anywhere in the order
   * @param currency ISO 4217; null for the shop's
   */
  public record Money(
      long totalMinor, Saving saving, Refund refund, AmountRange amounts, String currency) {}

  /**
   * What made an order cheaper.
   *
   * @param discountMinor taken off the whole order, minor units
   * @param coupon whether a coupon was used
   */
  public record Saving(long discountMinor, boolean coupon) {
    public static final Saving NONE = new Saving(0, false);
  }

  /**
   * What an event gives back.
   *
   * @param minor minor units
   * @param id tells refunds of one order apart; null where not given
   */
  public record Refund(long minor, String id) {
    public static final Refund NONE = new Refund(0, null);
  }

  /** When it was placed, epoch milliseconds. */
  public long placedAtMillis() {
    return dates.placedAtMillis();
  }

  /** Whether it was bought at a discount or with a coupon. */
  public boolean reduced() {
    return money.saving().coupon()
        || money.saving().discountMinor() > 0
        || lines.stream().anyMatch(OrderLine::reduced);
  }

  @Override
  public String currency() {
    return money.currency();
  }

  @Override
  public AmountRange amounts() {
    return money.amounts();
  }
}
