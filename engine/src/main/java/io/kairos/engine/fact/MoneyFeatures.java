package io.kairos.engine.fact;

import io.kairos.engine.condition.Motion;
import io.kairos.engine.profile.OrderCounts;
import io.kairos.engine.profile.Spending;
import java.util.ArrayList;
import java.util.List;

/** What the customer has in the cart, orders and spends. */
final class MoneyFeatures {
  /** To so many places a mean of two shares is what it is on paper. */
  private static final double DIGITS = 1e12;

  private static final String ORDERS = "orders";
  private static final String CART = "cart, orders";
  private static final String NEVER_PAID = "no paid order";

  private MoneyFeatures() {}

  static List<Feature> all() {
    List<Feature> all = new ArrayList<>(cart());
    all.addAll(orders());
    all.addAll(windows());
    all.addAll(habits());
    all.addAll(money());
    all.addAll(prices());
    return all;
  }

  private static List<Feature> cart() {
    return List.of(
        Feature.count("cart.count", f -> f.profile().cart().count())
            .means("Units in the cart.")
            .over("now")
            .from(CART),
        Feature.number("cart.value", Unit.MONEY, f -> f.major(f.profile().cart().valueMinor()))
            .means("Value of the cart: units times price of each line.")
            .over("now")
            .from(CART));
  }

  private static List<Feature> orders() {
    return List.of(
        Feature.count("orders.count", f -> counts(f).placed())
            .means("Orders placed, cancelled ones included.")
            .from(ORDERS)
            .as("orders"),
        Feature.count("orders.paid", f -> counts(f).paid()).means("Orders paid.").from(ORDERS),
        Feature.count("orders.kept", f -> counts(f).kept())
            .means("Orders paid and not wholly given back: the frequency of the scores.")
            .from(ORDERS),
        Feature.count("orders.returns", f -> counts(f).returns())
            .means("Cancellations and refunds.")
            .from(ORDERS)
            .as("refunds"),
        Feature.count("orders.unpaid", f -> f.profile().orders().unpaid())
            .means("Open orders that are not paid, among the last 16.")
            .over("now")
            .from(ORDERS),
        Feature.number("orders.recencyDays", Unit.DAYS, Facts::recencyDays)
            .means("Days from the last purchase day (field lastPurchaseDay) to today.")
            .from(ORDERS)
            .unknownWhen(NEVER_PAID)
            .moving(new RecencyDays())
            .unpublished(),
        Feature.count("orders.days", f -> f.profile().spending().days().count())
            .means("Purchase days: days with a paid order; orders of one day count once.")
            .from(ORDERS)
            .as("purchaseDays"));
  }

  private static List<Feature> windows() {
    List<Feature> all = new ArrayList<>();
    for (int days : new int[] {30, 90, 180, 365}) {
      all.add(
          Feature.count("orders.in" + days + "Days", f -> spending(f).orders(f.firstDay(days)))
              .means("Orders paid and not wholly given back, by the day of the order.")
              .over(days + " days")
              .from(ORDERS)
              .moving(
                  Motions.falling(
                      days,
                      (f, first) -> spending(f).earliest(first),
                      (f, first) -> spending(f).orders(first))));
      all.add(
          Feature.number(
                  "spending.in" + days + "Days",
                  Unit.MONEY,
                  f -> f.major(spending(f).minor(f.firstDay(days))))
              .means("Paid less given back for the orders of the window.")
              .over(days + " days")
              .from(ORDERS)
              .moving(window(days)));
    }
    all.add(
        Feature.count("orders.in6Months", Facts::ordersInSixMonths)
            .means("Orders paid and not wholly given back, by the month of the order.")
            .over("the current calendar month and the five before it")
            .from(ORDERS)
            .moving(Facts::sixMonthsChange));
    all.add(
        Feature.number("spending.monthlyAverage", Unit.MONEY, f -> f.major(f.monthlyAverageMinor()))
            .means("Paid less given back for the orders of six months / 6, rounded down.")
            .over("the current calendar month and the five before it")
            .from(ORDERS)
            .moving(Facts::sixMonthsChange)
            .as("monthlyAverage"));
    return all;
  }

  private static Motion<Facts> window(int days) {
    return Motions.window(days, f -> spending(f).earliest(f.firstDay(days)));
  }

  private static List<Feature> habits() {
    return List.of(
        Feature.text("orders.rhythm", Rhythm::of)
            .among("none", "once", "daily", "weekly", "monthly", "occasional")
            .means(
                "Shopping rhythm by the mean gap between purchase days: daily up to 2 days, weekly"
                    + " up to 10, monthly up to 45, else occasional; once after one purchase day,"
                    + " none before.")
            .from(ORDERS)
            .unknownWhen("never")
            .as("shoppingRhythm"),
        Feature.text("orders.pattern", MoneyFeatures::pattern)
            .among(
                "high-frequency-high-value",
                "high-frequency-low-value",
                "low-frequency-high-value",
                "low-frequency-low-value")
            .means(
                "Consumption pattern: high- or low-frequency by orders in 365 days, -high-value or"
                    + " -low-value by the mean value of an order; limits in the rule file.")
            .over("365 days and lifetime")
            .from(ORDERS)
            .unknownWhen(NEVER_PAID)
            .moving(window(365))
            .as("consumptionPattern"),
        Feature.number(
                "orders.repurchaseRate",
                Unit.SHARE,
                f -> ActivityFeatures.ratio(counts(f).paid() - 1.0, counts(f).paid()))
            .means("Share of paid orders that were not the first: (paid - 1) / paid.")
            .from(ORDERS)
            .unknownWhen(NEVER_PAID)
            .as("repurchaseRate"),
        Feature.number(
                "orders.averageValue",
                Unit.MONEY,
                f -> f.major(rounded(spending(f).paidMinor(), counts(f).paid())))
            .means("Paid / paid orders, rounded down to the minor unit.")
            .from(ORDERS)
            .unknownWhen(NEVER_PAID)
            .as("averageOrderValue"),
        Feature.number(
                "orders.firstValue",
                Unit.MONEY,
                f ->
                    counts(f).paid() == 0 ? Double.NaN : f.major(f.profile().orders().firstMinor()))
            .means("Paid for the first order that was paid.")
            .from(ORDERS)
            .unknownWhen(NEVER_PAID)
            .as("firstOrderValue"));
  }

  private static double rounded(long whole, long parts) {
    return parts == 0 ? Double.NaN : Math.floorDiv(whole, parts);
  }

  private static String pattern(Facts facts) {
    if (counts(facts).paid() == 0) {
      return null;
    }
    double average = facts.major((double) spending(facts).paidMinor() / counts(facts).paid());
    return facts
        .lens()
        .yardsticks()
        .pattern()
        .of(spending(facts).orders(facts.firstDay(365)), average);
  }

  private static List<Feature> money() {
    return List.of(
        Feature.number("spending.paid", Unit.MONEY, f -> f.major(spending(f).paidMinor()))
            .means("All that was ever paid, after discount, without shipping.")
            .from(ORDERS)
            .as("spent"),
        Feature.number("spending.returned", Unit.MONEY, f -> f.major(spending(f).returnedMinor()))
            .means("All that was ever given back.")
            .from(ORDERS)
            .as("refunded"),
        Feature.number(
                "spending.refundRate",
                Unit.SHARE,
                f -> ActivityFeatures.ratio(spending(f).returnedMinor(), spending(f).paidMinor()))
            .means("returned / paid.")
            .from(ORDERS)
            .unknownWhen("nothing paid")
            .as("refundRate"),
        score("spending.recencyScore", f -> f.lens().yardsticks().rfm().recency(f.recencyDays()))
            .means("R: 5 for the most recent purchase day, by the cuts of the rule file.")
            .moving(RecencyCuts::next)
            .as("recencyScore"),
        score(
                "spending.frequencyScore",
                f -> f.lens().yardsticks().rfm().frequency(counts(f).kept()))
            .means("F: 5 for the most orders (orders.kept), by the cuts of the rule file.")
            .as("frequencyScore"),
        score("spending.moneyScore", f -> f.lens().yardsticks().rfm().money(kept(f)))
            .means("M: 5 for the most money (paid - returned), by the cuts of the rule file.")
            .as("moneyScore"));
  }

  private static double kept(Facts facts) {
    return facts.major(spending(facts).paidMinor() - spending(facts).returnedMinor());
  }

  private static Feature score(String name, java.util.function.ToDoubleFunction<Facts> of) {
    return Feature.number(name, Unit.SCORE, f -> f.everBought() ? of.applyAsDouble(f) : Double.NaN)
        .from(ORDERS)
        .unknownWhen(NEVER_PAID);
  }

  private static List<Feature> prices() {
    return List.of(
        Feature.number("spending.reducedShare", Unit.SHARE, MoneyFeatures::reducedSpend)
            .means("Share of what was paid that went for orders at a discount or with a coupon.")
            .from(ORDERS)
            .unknownWhen("nothing paid")
            .as("reducedSpendShare"),
        Feature.number("activity.reducedViewShare", Unit.SHARE, MoneyFeatures::reducedViews)
            .means("Share of views of items at a discount: price below list price.")
            .from("clickstream")
            .unknownWhen("nothing viewed")
            .as("reducedViewShare"),
        Feature.number("spending.priceSensitivity", Unit.SHARE, MoneyFeatures::priceSensitivity)
            .means("Mean of reducedSpendShare and reducedViewShare; the known one if only one is.")
            .from("orders, clickstream")
            .unknownWhen("neither is known")
            .as("priceSensitivity"));
  }

  private static double reducedSpend(Facts facts) {
    return ActivityFeatures.ratio(spending(facts).reducedMinor(), spending(facts).paidMinor());
  }

  private static double reducedViews(Facts facts) {
    return ActivityFeatures.ratio(
        facts.profile().counts().reducedViews(), facts.profile().counts().views());
  }

  private static double priceSensitivity(Facts facts) {
    double spend = reducedSpend(facts);
    double views = reducedViews(facts);
    if (Double.isNaN(spend)) {
      return views;
    }
    return Double.isNaN(views) ? spend : StrictMath.rint((spend + views) / 2 * DIGITS) / DIGITS;
  }

  private static Spending spending(Facts facts) {
    return facts.profile().spending();
  }

  private static OrderCounts counts(Facts facts) {
    return facts.profile().orders().counts();
  }
}
