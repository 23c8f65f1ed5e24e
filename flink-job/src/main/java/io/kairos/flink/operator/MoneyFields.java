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
record MoneyFields(Shop shop) {
  /** A lapse further ahead than a century is none. */
  private static final double MOST_DAYS = 36_525;

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
    record.setCartId(cart.key());
    record.setCartOpenedAt(ProfileRecords.orNull(cart.openedAtMillis()));
    record.setCartLines(cart.lines().stream().limit(Cart.NAMED).map(MoneyFields::line).toList());
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
    Spending spending = facts.profile().spending();
    List<ProfileMonth> months = new ArrayList<>(Spending.MONTHS);
    for (int month = newest - Spending.MONTHS + 1; month <= newest; month++) {
      int from = Shop.firstDayOf(month);
      int to = Shop.firstDayOf(month + 1);
      long minor = spending.minor(from) - spending.minor(to);
      long orders = spending.orders(from) - spending.orders(to);
      YearMonth label = YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1);
      months.add(new ProfileMonth(label.toString(), minor, (int) orders));
    }
    return months;
  }
}
