package io.kairos.engine.fact;

import io.kairos.engine.interest.Search;
import io.kairos.engine.predict.Prediction;
import io.kairos.engine.predict.PurchaseHistory;
import io.kairos.engine.profile.Calendar;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.profile.PurchaseDays;
import io.kairos.engine.profile.Spending;

/** A customer at an instant. Remembers what is dear to find out. For use by one thread. */
public final class Facts {
  private static final int UNASKED = Integer.MIN_VALUE;

  private final CustomerProfile profile;
  private final Groups groups;
  private final Lens lens;
  private final long nowMillis;
  private final About about;
  private int today = UNASKED;
  private int sixMonths = UNASKED;
  private PurchaseHistory history;
  private Prediction prediction;

  /**
   * A customer at an instant.
   *
   * @param nowMillis epoch milliseconds
   * @param about the event that is asked about
   */
  public Facts(CustomerProfile profile, Groups groups, Lens lens, long nowMillis, About about) {
    this.profile = profile;
    this.groups = groups;
    this.lens = lens;
    this.nowMillis = nowMillis;
    this.about = about;
  }

  public CustomerProfile profile() {
    return profile;
  }

  public Groups groups() {
    return groups;
  }

  public Lens lens() {
    return lens;
  }

  public long nowMillis() {
    return nowMillis;
  }

  /** The event that is asked about. */
  public About about() {
    return about;
  }

  /** The same customer at another instant, if nothing happens by then. */
  public Facts at(long millis) {
    return new Facts(profile, groups, lens, millis, about);
  }

  /** The same customer in other groups. */
  public Facts of(Groups others) {
    return new Facts(profile, others, lens, nowMillis, about);
  }

  /** The same customer, asked about an occurrence. */
  public Facts about(Occurrence occurrence) {
    return about(new Told(occurrence, lens));
  }

  /** The same customer, asked about an event. */
  public Facts about(About event) {
    return new Facts(profile, groups, lens, nowMillis, event);
  }

  /** Days and months as they count for the customer. */
  public Calendar calendar() {
    return lens.calendar();
  }

  /** The first day of a window of so many days. */
  int firstDay(int days) {
    if (today == UNASKED) {
      today = calendar().firstDay(1, nowMillis);
    }
    return today - days + 1;
  }

  /** The first day of the window over six months. */
  private int firstDayOfSixMonths() {
    if (sixMonths == UNASKED) {
      sixMonths = calendar().firstDayOfMonths(Spending.MONTHS, nowMillis);
    }
    return sixMonths;
  }

  /** Monthly average over six months, minor units. */
  public long monthlyAverageMinor() {
    return profile.spending().monthlyAverageMinor(firstDayOfSixMonths());
  }

  /** Orders in six months. */
  public long ordersInSixMonths() {
    return profile.spending().orders(firstDayOfSixMonths());
  }

  /** When the earliest month that counts leaves the six, epoch milliseconds. */
  public long sixMonthsChange() {
    int day = profile.spending().earliest(firstDayOfSixMonths());
    return day == Integer.MAX_VALUE
        ? Long.MAX_VALUE
        : calendar().monthOfDayLeaves(day, Spending.MONTHS);
  }

  /** The first part of the category path of most interest; null for none. */
  public String topCategory() {
    return Tastes.topCategory(this);
  }

  /** The query of the longest streak of days; null for none. */
  public String streakQuery() {
    return InterestFeatures.queryStreak(this).map(Search::text).orElse(null);
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
    if (history == null) {
      PurchaseDays days = profile.spending().days();
      history =
          new PurchaseHistory(
              days.repeats(),
              days.lastDay() - days.firstDay(),
              firstDay(1) - days.firstDay(),
              days.meanRepeatMinor(profile.spending().paidMinor()) / lens.minorPerMajor());
    }
    return history;
  }

  boolean everBought() {
    return profile.spending().days().count() > 0;
  }

  /** What the models say; null of one who never bought. */
  public Prediction prediction() {
    if (prediction == null && everBought()) {
      prediction = lens.model().of(history());
    }
    return prediction;
  }
}
