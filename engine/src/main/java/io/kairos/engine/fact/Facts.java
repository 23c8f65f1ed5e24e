package io.kairos.engine.fact;

import io.kairos.engine.predict.Prediction;
import io.kairos.engine.predict.PurchaseHistory;
import io.kairos.engine.profile.Calendar;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.profile.PurchaseDays;
import io.kairos.engine.profile.Spending;

/**
 * A customer at an instant.
 *
 * @param nowMillis epoch milliseconds
 * @param event what has just occurred; null where nothing in particular is asked about
 */
public record Facts(
    CustomerProfile profile, Groups groups, Lens lens, long nowMillis, Occurrence event) {

  /** The same customer at another instant, if nothing happens by then. */
  public Facts at(long millis) {
    return new Facts(profile, groups, lens, millis, event);
  }

  /** The same customer in other groups. */
  public Facts of(Groups others) {
    return new Facts(profile, others, lens, nowMillis, event);
  }

  /** The same customer, asked about an occurrence. */
  public Facts about(Occurrence occurrence) {
    return new Facts(profile, groups, lens, nowMillis, occurrence);
  }

  Calendar calendar() {
    return lens.calendar();
  }

  /** The first day of a window of so many days. */
  int firstDay(int days) {
    return calendar().firstDay(days, nowMillis);
  }

  /** The first month of the window over six months. */
  public int firstMonth() {
    return calendar().firstMonth(Spending.MONTHS, nowMillis);
  }

  /** Monthly average over six months, minor units. */
  public long monthlyAverageMinor() {
    return profile.spending().monthlyAverageMinor(firstMonth());
  }

  /** Orders in six months. */
  public long ordersInSixMonths() {
    return profile.spending().ordersOfMonths(firstMonth());
  }

  /** Days since the last purchase day; NaN for one who never bought. */
  double recencyDays() {
    PurchaseDays days = profile.spending().days();
    return days.count() == 0 ? Double.NaN : Math.max(0, firstDay(1) - days.lastDay());
  }

  double major(double minor) {
    return minor / lens.minorPerMajor();
  }

  /** The purchase history that models ask for; of one who never bought it is empty. */
  PurchaseHistory history() {
    PurchaseDays days = profile.spending().days();
    return new PurchaseHistory(
        days.repeats(),
        days.lastDay() - days.firstDay(),
        firstDay(1) - days.firstDay(),
        days.meanRepeatMinor(profile.spending().paidMinor()) / lens.minorPerMajor());
  }

  boolean everBought() {
    return profile.spending().days().count() > 0;
  }

  /** What the models say; null of one who never bought. */
  public Prediction prediction() {
    return everBought() ? lens.model().of(history()) : null;
  }
}
