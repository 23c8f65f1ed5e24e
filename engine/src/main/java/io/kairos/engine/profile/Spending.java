package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.Arrays;

/**
 * Money by calendar month, and for ever. Spent is paid, after discount, without shipping; what is
 * given back counts in the month of its order.
 *
 * @param paidMinor all that was ever paid, minor units
 * @param returnedMinor all that was ever given back, minor units
 * @param newestMonth the latest month of the ring, as {@link Shop#monthOf}
 * @param monthMinor paid less given back in the {@value #MONTHS} months up to the newest, oldest
 *     first
 * @param monthOrders orders paid and not wholly given back in these months
 */
public record Spending(
    long paidMinor, long returnedMinor, int newestMonth, long[] monthMinor, int[] monthOrders) {
  /** The current month and the five before it. */
  public static final int MONTHS = 6;

  static final Spending NONE = new Spending(0, 0, 0, new long[MONTHS], new int[MONTHS]);

  /** Sum of the months / 6, rounded down, minor units. */
  public long monthlyAverageMinor() {
    return Math.floorDiv(Arrays.stream(monthMinor).sum(), MONTHS);
  }

  /** Orders of the months together. */
  public int ordersInMonths() {
    return Arrays.stream(monthOrders).sum();
  }

  /** The same money seen from a later month: months that fell out of the ring are forgotten. */
  public Spending rolledTo(int month) {
    if (month <= newestMonth) {
      return this;
    }
    int by = Math.min(month - newestMonth, MONTHS);
    long[] minor = new long[MONTHS];
    int[] orders = new int[MONTHS];
    System.arraycopy(monthMinor, by, minor, 0, MONTHS - by);
    System.arraycopy(monthOrders, by, orders, 0, MONTHS - by);
    return new Spending(paidMinor, returnedMinor, month, minor, orders);
  }

  /**
   * After a payment.
   *
   * @param orders 1 where it counts as an order, 0 where that is already given back
   */
  Spending paid(int month, long minor, int orders) {
    return new Spending(
            paidMinor + minor, returnedMinor, newestMonth, monthMinor.clone(), monthOrders.clone())
        .filed(month, minor, orders);
  }

  /**
   * After money was given back.
   *
   * @param wholly whether with it the whole order is given back
   */
  Spending returned(int month, long minor, boolean wholly) {
    return new Spending(
            paidMinor, returnedMinor + minor, newestMonth, monthMinor.clone(), monthOrders.clone())
        .filed(month, -minor, wholly ? -1 : 0);
  }

  private Spending filed(int month, long minor, int orders) {
    int slot = MONTHS - 1 - (newestMonth - month);
    if (slot >= 0 && slot < MONTHS) {
      monthMinor[slot] += minor;
      monthOrders[slot] += orders;
    }
    return this;
  }

  void pack(Packer out) {
    out.number(paidMinor).number(returnedMinor).number(newestMonth - Shop.PACKED_MONTHS_FROM);
    for (int i = 0; i < MONTHS; i++) {
      out.number(monthMinor[i]).number(monthOrders[i]);
    }
  }

  static Spending unpack(Unpacker in) {
    long paid = in.number();
    long returned = in.number();
    int newest = in.intNumber() + Shop.PACKED_MONTHS_FROM;
    long[] minor = new long[MONTHS];
    int[] orders = new int[MONTHS];
    for (int i = 0; i < MONTHS; i++) {
      minor[i] = in.number();
      orders[i] = in.intNumber();
    }
    return new Spending(paid, returned, newest, minor, orders);
  }
}
