package io.kairos.engine.profile;

import io.kairos.engine.interest.Interests;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * Money. Spent is paid, after discount, without shipping; what is given back counts on the day of
 * its order.
 *
 * @param paidMinor all that was ever paid, minor units
 * @param returnedMinor all that was ever given back, minor units
 * @param reducedMinor paid for orders at a discount or with a coupon, minor units
 * @param days the days on which the customer bought
 * @param ledger what they brought
 * @param bought when what was bought
 */
public record Spending(
    long paidMinor,
    long returnedMinor,
    long reducedMinor,
    PurchaseDays days,
    Ledger ledger,
    Bought bought) {
  /** The current month and the five before it. */
  public static final int MONTHS = 6;

  static final Spending NONE = new Spending(0, 0, 0, PurchaseDays.NONE, Ledger.NONE, Bought.NONE);

  /** How many days and months are kept. */
  public int takings() {
    return ledger.days().size() + ledger.months().size() + bought.last().size();
  }

  /** Orders paid, and not wholly given back, on the days from one on. */
  public long orders(int firstDay) {
    return ledger.sum(firstDay, Takings::orders);
  }

  /** Paid less given back for the orders of the days from one on, minor units. */
  public long minor(int firstDay) {
    return ledger.sum(firstDay, Takings::minor);
  }

  /** The earliest day that counts in a window; {@link Integer#MAX_VALUE} for none. */
  public int earliest(int firstDay) {
    return ledger.earliest(firstDay);
  }

  /** Paid less given back for the orders of the days from one on / 6 months, rounded down. */
  public long monthlyAverageMinor(int firstDay) {
    return Math.floorDiv(minor(firstDay), MONTHS);
  }

  /**
   * A payment.
   *
   * @param day of the order
   * @param minor paid, minor units
   * @param keptMinor of these, what was not given back before the payment was heard of
   * @param orders 1 where it counts as an order, 0 where that is already given back
   * @param reduced whether it was bought at a discount or with a coupon
   */
  record Payment(int day, long minor, long keptMinor, int orders, boolean reduced) {}

  Spending with(Payment payment, int today) {
    int day = payment.day();
    long minor = payment.minor();
    return new Spending(
        paidMinor + minor,
        returnedMinor,
        reducedMinor + (payment.reduced() ? minor : 0),
        ledger.knows(day) ? days.onAKnownDay(day, minor) : days.with(day, minor),
        ledger.paid(day, payment.orders(), payment.keptMinor(), today),
        bought);
  }

  /**
   * What is given back.
   *
   * @param day of the order
   * @param minor minor units
   * @param paidMinor of these, what a payment that was heard of had brought: the rest is taken off
   *     when it is
   * @param wholly whether with it the whole order is given back
   */
  record Return(int day, long minor, long paidMinor, boolean wholly) {}

  /** After money was given back. */
  Spending returned(Return back, int today) {
    int orders = back.wholly() ? 1 : 0;
    boolean none = back.paidMinor() == 0 && !back.wholly();
    return new Spending(
        paidMinor,
        returnedMinor + back.minor(),
        reducedMinor,
        days,
        none ? ledger : ledger.returned(back.day(), orders, back.paidMinor(), today),
        bought);
  }

  Spending bought(String category, int day) {
    return category == null
        ? this
        : new Spending(
            paidMinor,
            returnedMinor,
            reducedMinor,
            days,
            ledger,
            bought.with(Interests.kept(category), day));
  }

  void pack(Packer out) {
    out.number(paidMinor).number(returnedMinor).number(reducedMinor);
    days.pack(out);
    ledger.pack(out);
    bought.pack(out);
  }

  static Spending unpack(Unpacker in) {
    return new Spending(
        in.number(),
        in.number(),
        in.number(),
        PurchaseDays.unpack(in),
        Ledger.unpack(in),
        Bought.unpack(in));
  }
}
