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
    DayCount deed =
        switch (Deed.of(event.name())) {
          case VIEW -> DayCount.VIEWS;
          case LIKE -> DayCount.LIKES;
          case COMMENT -> DayCount.COMMENTS;
          case SHARE -> DayCount.SHARES;
          default -> what.added() ? DayCount.CART_ADDS : null;
        };
    return session(days.with(day, today, deed, act.browsedSeconds()), act, calendar);
  }

  /** What becomes of a session is filed on the day on which it began. */
  private static Days session(Days days, Activity.Moved act, Calendar calendar) {
    boolean cart = act.began(Session::cart);
    boolean both = act.began(Session::cartAndOrder);
    if (!cart && !both) {
      return days;
    }
    int began = calendar.shop().dayOf(act.activity().session().startedMillis());
    Days next = cart ? days.plus(began, DayCount.CART_SESSIONS) : days;
    return both ? next.plus(began, DayCount.CART_ORDER_SESSIONS) : next;
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
