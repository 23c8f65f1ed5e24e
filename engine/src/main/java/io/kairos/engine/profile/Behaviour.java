package io.kairos.engine.profile;

import io.kairos.engine.event.Event;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * What the customer does in the shop, and when.
 *
 * @param counts for ever
 * @param activity when, and in how many sessions
 * @param browsing how long
 * @param days by day, for windows
 * @param hours at which hours
 * @param rate how fast
 */
public record Behaviour(
    Counts counts, Activity activity, Browsing browsing, Days days, Hours hours, Rate rate) {
  static final Behaviour NONE =
      new Behaviour(Counts.NONE, Activity.NONE, Browsing.NONE, Days.NONE, Hours.NONE, Rate.NONE);

  /**
   * How an event is to be counted.
   *
   * @param added whether it put something in the cart
   * @param ordered whether it was the first of a new order
   * @param orderedBefore whether there was an order before it
   */
  record What(boolean added, boolean ordered, boolean orderedBefore) {}

  Behaviour with(Event event, What what, Calendar calendar, BotPolicy bots) {
    Counts counted = counts.plus(event, what.added());
    Rate moved = rate.plus(event.positionMillis(), bots);
    if (!Activity.counts(event.name())) {
      return new Behaviour(counted, activity, browsing, days, hours, moved);
    }
    long time = event.timeMillis();
    Activity.Moved act = activity.with(event.name(), time, what.added(), what.ordered());
    boolean newHour =
        !activity.any() || calendar.startOfCustomerHour(time) > activity.lastSeenMillis();
    return new Behaviour(
        counted,
        act.activity(),
        browsing.plus(act.browsedSeconds(), what.orderedBefore()),
        days(event, what, act, calendar),
        newHour ? hours.plus(calendar.hourOfCustomer(time)) : hours,
        moved);
  }

  private Days days(Event event, What what, Activity.Moved act, Calendar calendar) {
    int day = calendar.shop().dayOf(event.timeMillis());
    int today = calendar.shop().dayOf(event.positionMillis());
    Days next = days.with(day, today);
    switch (Deed.of(event.name())) {
      case VIEW -> next = next.plus(day, DayCount.VIEWS, 1);
      case LIKE -> next = next.plus(day, DayCount.LIKES, 1);
      case COMMENT -> next = next.plus(day, DayCount.COMMENTS, 1);
      case SHARE -> next = next.plus(day, DayCount.SHARES, 1);
      default -> {}
    }
    if (what.added()) {
      next = next.plus(day, DayCount.CART_ADDS, 1);
    }
    return session(next.plus(day, DayCount.BROWSE_SECONDS, act.browsedSeconds()), act, calendar);
  }

  /** What becomes of a session is filed on the day on which it began. */
  private static Days session(Days days, Activity.Moved act, Calendar calendar) {
    int began = calendar.shop().dayOf(act.activity().session().startedMillis());
    Days next = days;
    if (act.began(Session::cart)) {
      next = next.plus(began, DayCount.CART_SESSIONS, 1);
    }
    if (act.began(Session::cartAndOrder)) {
      next = next.plus(began, DayCount.CART_ORDER_SESSIONS, 1);
    }
    return next;
  }

  /** Only the latest days: what is kept where there is little room. */
  Behaviour since(int latest) {
    return new Behaviour(counts, activity, browsing, days.only(latest), hours, rate);
  }

  public void pack(Packer out) {
    counts.pack(out);
    activity.pack(out);
    browsing.pack(out);
    days.pack(out);
    hours.pack(out);
    rate.pack(out, activity.lastSeenMillis());
  }

  public static Behaviour unpack(Unpacker in) {
    Counts counts = Counts.unpack(in);
    Activity activity = Activity.unpack(in);
    return new Behaviour(
        counts,
        activity,
        Browsing.unpack(in),
        Days.unpack(in),
        Hours.unpack(in),
        Rate.unpack(in, activity.lastSeenMillis()));
  }
}
