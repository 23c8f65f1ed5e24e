package io.kairos.engine.profile;

import io.kairos.engine.event.EventName;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * When the customer was active, and in how many sessions. A session is activity with gaps of at
 * most {@link #SESSION_GAP_MILLIS}; one that another has followed is never reopened by a late
 * event.
 *
 * @param firstSeenMillis event time of the first activity, epoch milliseconds; 0 for none
 * @param lastSeenMillis event time of the last activity, epoch milliseconds; 0 for none
 * @param lastLoginMillis event time of the last login, epoch milliseconds; 0 for none
 * @param session the session that is open or was the last
 * @param sessions counts over all sessions
 */
public record Activity(
    long firstSeenMillis,
    long lastSeenMillis,
    long lastLoginMillis,
    Session session,
    SessionCounts sessions) {
  /** A gap longer than this opens a new session: 30 minutes. */
  public static final long SESSION_GAP_MILLIS = 30 * 60 * 1000L;

  static final Activity NONE = new Activity(0, 0, 0, Session.NONE, SessionCounts.NONE);

  /** Whether the customer was ever active. */
  public boolean any() {
    return lastSeenMillis != 0;
  }

  /** How long the customer has been inactive at an instant, in milliseconds. */
  public long idleMillis(long now) {
    return now - lastSeenMillis;
  }

  /**
   * What an activity comes to.
   *
   * @param before the session as it was; {@link Session#NONE} where a new one opens
   * @param inSession whether it belongs to the session that is open, or opens one
   */
  record Moved(Activity activity, Session before, boolean inSession) {

    /** Seconds by which the session became longer. */
    long browsedSeconds() {
      return inSession ? activity.session.seconds() - before.seconds() : 0;
    }

    /** Whether with it the session has come to hold something. */
    boolean began(java.util.function.Predicate<Session> holds) {
      return inSession && holds.test(activity.session) && !holds.test(before);
    }
  }

  /**
   * The activity after one more.
   *
   * @param time its event time, epoch milliseconds
   * @param added whether it put something in the cart
   * @param ordered whether it was the first of a new order
   */
  Moved with(EventName name, long time, boolean added, boolean ordered) {
    long login = name == EventName.LOGIN ? Math.max(lastLoginMillis, time) : lastLoginMillis;
    boolean opens = !any() || time - lastSeenMillis > SESSION_GAP_MILLIS;
    boolean inSession = opens || time >= session.startedMillis() - SESSION_GAP_MILLIS;
    if (!inSession) {
      Activity earlier =
          new Activity(Math.min(firstSeenMillis, time), lastSeenMillis, login, session, sessions);
      return new Moved(earlier, session, false);
    }
    Session before = opens ? Session.NONE : session;
    Session after = before.with(time, added, ordered);
    long first = any() ? Math.min(firstSeenMillis, time) : time;
    SessionCounts counts = sessions.moved(before, after);
    Activity moved = new Activity(first, Math.max(lastSeenMillis, time), login, after, counts);
    return new Moved(moved, before, true);
  }

  /** Whether an event of that name is the customer's own doing. */
  static boolean counts(EventName name) {
    return switch (name) {
      case VIEW, SEARCH, LIKE, COMMENT, REVIEWED, SHARE, LOGIN, CUSTOM -> true;
      case CART_ADDED, CART_REMOVED, CART_QUANTITY_CHANGED, CART_EMPTIED -> true;
      case ORDER_PLACED, ORDER_PAID, ORDER_RETURN_REQUESTED -> true;
      default -> false;
    };
  }

  void pack(Packer out) {
    out.number(firstSeenMillis).number(lastSeenMillis - firstSeenMillis);
    out.instant(lastLoginMillis, lastSeenMillis, 0);
    session.pack(out, lastSeenMillis);
    sessions.pack(out);
  }

  static Activity unpack(Unpacker in) {
    long first = in.number();
    long last = first + in.number();
    long login = in.instant(last, 0);
    return new Activity(first, last, login, Session.unpack(in, last), SessionCounts.unpack(in));
  }
}
