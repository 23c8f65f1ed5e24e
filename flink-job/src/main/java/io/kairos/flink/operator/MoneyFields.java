package io.kairos.flink.operator;

import io.kairos.engine.fact.Facts;
import io.kairos.engine.predict.Prediction;
import io.kairos.engine.profile.Cart;
import io.kairos.engine.profile.CartLine;
import io.kairos.engine.profile.PurchaseDays;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.profile.Spending;
import io.kairos.wire.Profile;
import io.kairos.wire.ProfileCartLine;
import io.kairos.wire.ProfileMonth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Cart, orders, money and predictions, as far as they are no single value. */
final class MoneyFields {
  /** A lapse further ahead than a century is none. */
  private static final double MOST_DAYS = 36_525;

  private final Shop shop;
  private Months months;

  MoneyFields(Shop shop) {
    this.shop = shop;
  }

  void write(Facts facts, Profile record) {
    cart(facts.profile().cart(), record);
    record.setFirstOrderAt(ProfileRecords.orNull(facts.profile().orders().firstMillis()));
    record.setLastOrderAt(ProfileRecords.orNull(facts.profile().orders().lastMillis()));
    record.setMonths(months(facts));
    purchases(facts.profile().spending(), record);
    Prediction said = facts.prediction();
    if (said != null) {
      prediction(said, facts.profile().spending().days(), record);
    }
  }

  private static void cart(Cart cart, Profile record) {
    record.setCartId(cart.id());
    record.setCartOpenedAt(ProfileRecords.orNull(cart.openedAtMillis()));
    List<ProfileCartLine> lines = new ArrayList<>(Cart.NAMED);
    for (CartLine line : cart.lines().subList(0, Math.min(Cart.NAMED, cart.lines().size()))) {
      lines.add(line(line));
    }
    record.setCartLines(lines);
  }

  private static ProfileCartLine line(CartLine line) {
    return new ProfileCartLine(line.item(), line.quantity(), line.unitMinor());
  }

  private void purchases(Spending spending, Profile record) {
    PurchaseDays days = spending.days();
    if (days.count() > 0) {
      record.setFirstPurchaseDay(LocalDate.ofEpochDay(days.firstDay()).toString());
      record.setLastPurchaseDay(LocalDate.ofEpochDay(days.lastDay()).toString());
    }
    if (days.repeats() > 0) {
      double minor = days.meanRepeatMinor(spending.paidMinor());
      record.setMeanRepeatSpend(minor / shop.minorPerMajor());
    }
  }

  private void prediction(Prediction said, PurchaseDays days, Profile record) {
    record.setPredictionModel(said.model());
    double lapses = said.lapsesAfterDays();
    if (lapses < MOST_DAYS) {
      record.setLapsesAt(shop.startOfDay(days.firstDay() + (long) StrictMath.ceil(lapses)));
    }
  }

  private List<ProfileMonth> months(Facts facts) {
    int newest = shop.monthOf(facts.nowMillis());
    if (months == null || months.newest() != newest) {
      months = Months.upTo(newest);
    }
    return months.of(facts.profile().spending());
  }

  /**
   * The months of a profile.
   *
   * @param newest as {@link Shop#monthOf}
   * @param labels of each, such as 2026-11, the earliest first
   * @param firstDays of each, and of the one after them, days since 1970-01-01
   */
  private record Months(int newest, String[] labels, int[] firstDays) {
    static Months upTo(int newest) {
      String[] labels = new String[Spending.MONTHS];
      int[] firstDays = new int[Spending.MONTHS + 1];
      for (int i = 0; i <= Spending.MONTHS; i++) {
        int month = newest - Spending.MONTHS + 1 + i;
        firstDays[i] = Shop.firstDayOf(month);
        if (i < Spending.MONTHS) {
          int inYear = Math.floorMod(month, 12) + 1;
          labels[i] = YearMonth.of(Math.floorDiv(month, 12), inYear).toString();
        }
      }
      return new Months(newest, labels, firstDays);
    }

    List<ProfileMonth> of(Spending spending) {
      List<ProfileMonth> months = new ArrayList<>(labels.length);
      for (int i = 0; i < labels.length; i++) {
        long minor = spending.minor(firstDays[i]) - spending.minor(firstDays[i + 1]);
        long orders = spending.orders(firstDays[i]) - spending.orders(firstDays[i + 1]);
        months.add(new ProfileMonth(labels[i], minor, (int) orders));
      }
      return months;
    }
  }
}
