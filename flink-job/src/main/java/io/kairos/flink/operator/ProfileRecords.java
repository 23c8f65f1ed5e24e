package io.kairos.flink.operator;

import io.kairos.engine.Snapshot;
import io.kairos.engine.predict.Prediction;
import io.kairos.engine.profile.Activity;
import io.kairos.engine.profile.Cart;
import io.kairos.engine.profile.CartLine;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Orders;
import io.kairos.engine.profile.Person;
import io.kairos.engine.profile.PurchaseDays;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.profile.Spending;
import io.kairos.engine.rule.Run;
import io.kairos.wire.Profile;
import io.kairos.wire.ProfileCartLine;
import io.kairos.wire.ProfileMonth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The engine's profiles as Avro records. */
final class ProfileRecords {
  /** A lapse further ahead than a century is none. */
  private static final double MOST_DAYS = 36_525;

  private final Shop shop;

  ProfileRecords(Shop shop) {
    this.shop = shop;
  }

  Profile profile(Snapshot snapshot) {
    Profile.Builder record =
        Profile.newBuilder()
            .setCustomerId(snapshot.customerId())
            .setAsOf(snapshot.asOfMillis())
            .setCurrency(shop.currency())
            .setEvents(snapshot.profile().counts().events())
            .setViews(snapshot.profile().counts().views())
            .setCartAdds(snapshot.profile().counts().cartAdds())
            .setTier(snapshot.standing().tier().label())
            .setTierSince(orNull(snapshot.standing().sinceMillis()))
            .setOpenRuns(snapshot.openRuns().stream().map(Run::rule).toList());
    person(snapshot.profile().person(), record);
    activity(snapshot.profile().activity(), record);
    cart(snapshot.profile().cart(), record);
    orders(snapshot.profile().orders(), record);
    spending(snapshot.profile().spending(), record);
    purchases(snapshot.profile(), record);
    snapshot.prediction().ifPresent(said -> prediction(said, snapshot.profile(), record));
    return record.build();
  }

  private static void person(Person person, Profile.Builder record) {
    Map<String, String> consent = new TreeMap<>();
    person.consents().forEach((channel, word) -> consent.put(channel, word ? "granted" : "denied"));
    record
        .setRegisteredAt(orNull(person.registeredAtMillis()))
        .setGender(person.details().gender())
        .setCity(person.details().city())
        .setLanguage(person.details().language())
        .setTimeZone(person.details().timeZone())
        .setConsent(consent);
  }

  private static void activity(Activity activity, Profile.Builder record) {
    record
        .setFirstSeen(orNull(activity.firstSeenMillis()))
        .setLastSeen(orNull(activity.lastSeenMillis()))
        .setSessions(activity.sessions().all())
        .setSessionsWithCart(activity.sessions().withCart())
        .setSessionsWithOrder(activity.sessions().withOrder())
        .setSessionsWithCartAndOrder(activity.sessions().withBoth());
  }

  private static void cart(Cart cart, Profile.Builder record) {
    record
        .setCartId(cart.key())
        .setCartOpenedAt(orNull(cart.openedAtMillis()))
        .setCartCount(cart.count())
        .setCartValue(cart.valueMinor())
        .setCartLines(cart.lines().stream().limit(Cart.NAMED).map(ProfileRecords::line).toList());
  }

  private static ProfileCartLine line(CartLine line) {
    return new ProfileCartLine(line.item(), line.quantity(), line.unitMinor());
  }

  private static void orders(Orders orders, Profile.Builder record) {
    record
        .setOrders(orders.count())
        .setOrdersPaid(orders.paidCount())
        .setRefunds(orders.returns())
        .setFirstOrderAt(orNull(orders.firstMillis()))
        .setLastOrderAt(orNull(orders.lastMillis()));
  }

  private static void spending(Spending spending, Profile.Builder record) {
    record
        .setSpent(spending.paidMinor())
        .setRefunded(spending.returnedMinor())
        .setMonths(months(spending))
        .setMonthlyAverage(spending.monthlyAverageMinor());
  }

  private void purchases(CustomerProfile profile, Profile.Builder record) {
    PurchaseDays days = profile.purchases();
    record.setPurchaseDays(days.count());
    if (days.count() > 0) {
      record
          .setFirstPurchaseDay(LocalDate.ofEpochDay(days.firstDay()).toString())
          .setLastPurchaseDay(LocalDate.ofEpochDay(days.lastDay()).toString());
    }
    if (days.repeats() > 0) {
      double minor = days.meanRepeatMinor(profile.spending().paidMinor());
      record.setMeanRepeatSpend(minor / shop.minorPerMajor());
    }
  }

  private void prediction(Prediction said, CustomerProfile profile, Profile.Builder record) {
    record
        .setPredictionModel(said.model())
        .setPAlive(said.pAlive())
        .setExpectedPurchases90(said.purchases())
        .setExpectedSpend(said.spend());
    double lapses = said.lapsesAfterDays();
    if (lapses < MOST_DAYS) {
      long day = profile.purchases().firstDay() + (long) StrictMath.ceil(lapses);
      record.setLapsesAt(shop.startOfDay(day));
    }
  }

  private static List<ProfileMonth> months(Spending spending) {
    List<ProfileMonth> months = new ArrayList<>(Spending.MONTHS);
    for (int i = 0; i < Spending.MONTHS; i++) {
      int month = spending.newestMonth() - Spending.MONTHS + 1 + i;
      String label = "%04d-%02d".formatted(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1);
      months.add(new ProfileMonth(label, spending.monthMinor()[i], spending.monthOrders()[i]));
    }
    return months;
  }

  private static Long orNull(long millis) {
    return millis == 0 ? null : millis;
  }
}
