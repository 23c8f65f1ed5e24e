package io.kairos.engine.fact;

import io.kairos.engine.condition.Motion;
import io.kairos.engine.profile.DayCount;
import io.kairos.engine.profile.Days;
import io.kairos.engine.profile.SessionCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What the customer does in the shop, and when. */
final class ActivityFeatures {
  private static final String ALL = "clickstream, cart, orders";
  private static final String CLICKS = "clickstream";
  private static final String CART = "cart, orders";

  private ActivityFeatures() {}

  static List<Feature> all() {
    List<Feature> all = new ArrayList<>(when());
    all.addAll(sessions());
    all.addAll(browsing());
    all.addAll(counts());
    all.addAll(rates());
    return all;
  }

  private static List<Feature> when() {
    return List.of(
        since("activity.knownDays", ActivityFeatures::firstHeard)
            .means("Whole days since the first activity or registration, whichever was first.")
            .from(ALL + ", customers")
            .unknownWhen("never active and not registered"),
        since("activity.idleDays", ActivityFeatures::lastHeard)
            .means(
                "Whole days since the last activity (field lastSeen): view, search, like, comment,"
                    + " review, share, login, custom event, cart change, order placed or paid,"
                    + " return requested. Of one who was never active: since registration.")
            .from(ALL + ", customers")
            .unknownWhen("never active and not registered"),
        since("activity.loginDays", f -> f.profile().activity().lastLoginMillis())
            .means("Whole days since the last login (field lastLogin).")
            .from(CLICKS)
            .unknownWhen("never logged in"),
        activeDays(7),
        activeDays(30),
        activeDays(90),
        Feature.number("activity.bestHour", Unit.HOUR, ActivityFeatures::bestHour)
            .means(
                "The hour of the day with most active hours, the earliest of several. An hour in"
                    + " which anything happened counts once; when one has counted 127, all are"
                    + " halved.")
            .over("lifetime, in the customer's zone")
            .from(ALL)
            .unknownWhen("never active")
            .as("bestHour"),
        Feature.flag("activity.bot", f -> f.profile().behaviour().rate().isBot(f.nowMillis()))
            .means(
                "Whether events come faster than a person's: more than the limits of the rule file"
                    + " in a calendar minute or hour. Then no message goes out.")
            .over("until a while after the last excess")
            .from(ALL + ", customers")
            .unknownWhen("never")
            .moving(Motions.once(f -> f.profile().behaviour().rate().botUntilMillis()))
            .as("bot"));
  }

  private static long firstHeard(Facts facts) {
    long seen = facts.profile().activity().firstSeenMillis();
    long registered = facts.profile().person().registeredAtMillis();
    return seen == 0 || registered == 0 ? Math.max(seen, registered) : Math.min(seen, registered);
  }

  private static long lastHeard(Facts facts) {
    long seen = facts.profile().activity().lastSeenMillis();
    return seen == 0 ? facts.profile().person().registeredAtMillis() : seen;
  }

  private static double bestHour(Facts facts) {
    int hour = facts.profile().behaviour().hours().best();
    return hour < 0 ? Double.NaN : hour;
  }

  private static List<Feature> sessions() {
    return List.of(
        lifetime("activity.sessions", "sessions", f -> sessionCounts(f).all())
            .means("Sessions: activity with gaps of at most 30 minutes.")
            .from(ALL),
        lifetime("activity.sessionsWithCart", "sessionsWithCart", f -> sessionCounts(f).withCart())
            .means("Sessions in which something was put in the cart.")
            .from(CART),
        lifetime(
                "activity.sessionsWithOrder",
                "sessionsWithOrder",
                f -> sessionCounts(f).withOrder())
            .means("Sessions in which an order was placed.")
            .from(CART),
        lifetime(
                "activity.sessionsWithCartAndOrder",
                "sessionsWithCartAndOrder",
                f -> sessionCounts(f).withBoth())
            .means("Sessions in which both happened.")
            .from(CART));
  }

  private static List<Feature> browsing() {
    return List.of(
        Feature.number(
                "activity.browseMinutes",
                Unit.MINUTES,
                f -> f.profile().behaviour().browsing().seconds() / 60.0)
            .means("Browse time: the length of all sessions, from first to last activity of each.")
            .from(ALL)
            .as("browseMinutes"),
        Feature.number(
                "activity.browseMinutesIn30Days",
                Unit.MINUTES,
                f -> inDays(f, DayCount.BROWSE_SECONDS, 30) / 60.0)
            .means("Browse time, filed on the days on which it passed.")
            .over("30 days")
            .from(ALL)
            .moving(
                Motions.falling(
                    30,
                    (f, first) -> days(f).earliest(DayCount.BROWSE_SECONDS, first),
                    (f, first) -> days(f).sum(DayCount.BROWSE_SECONDS, first),
                    60))
            .as("browseMinutesIn30Days"),
        Feature.number(
                "activity.browseMinutesBeforeFirstOrder",
                Unit.MINUTES,
                f -> f.profile().behaviour().browsing().beforeFirstOrderSeconds() / 60.0)
            .means("Browse time until the first order was placed; all of it where there is none.")
            .from(ALL)
            .as("browseMinutesBeforeFirstOrder"),
        Feature.number(
                "activity.sessionMinutes",
                Unit.MINUTES,
                f ->
                    ratio(
                        f.profile().behaviour().browsing().seconds() / 60.0,
                        sessionCounts(f).all()))
            .means("Mean length of a session: browseMinutes / sessions.")
            .from(ALL)
            .unknownWhen("no session")
            .as("sessionMinutes"),
        Feature.number(
                "activity.dwellMinutes",
                Unit.MINUTES,
                f -> f.profile().counts().dwellMillis() / 60_000.0)
            .means("Dwell time that clicks report, at most a day of each.")
            .from(CLICKS)
            .as("dwellMinutes"));
  }

  private static List<Feature> counts() {
    return List.of(
        lifetime("activity.views", "views", f -> f.profile().counts().views())
            .means("Items viewed.")
            .from(CLICKS),
        inWindow("activity.views", DayCount.VIEWS, 30).means("Items viewed.").from(CLICKS),
        lifetime("activity.cartAdds", "cartAdds", f -> f.profile().counts().cartAdds())
            .means("Additions to the cart, raised quantities included.")
            .from("cart"),
        inWindow("activity.cartAdds", DayCount.CART_ADDS, 30)
            .means("Additions to the cart, raised quantities included.")
            .from("cart"),
        inWindow("activity.likes", DayCount.LIKES, 30).means("Likes.").from(CLICKS),
        inWindow("activity.likes", DayCount.LIKES, 90).means("Likes.").from(CLICKS),
        inWindow("activity.comments", DayCount.COMMENTS, 30)
            .means("Comments and reviews.")
            .from(CLICKS),
        inWindow("activity.comments", DayCount.COMMENTS, 90)
            .means("Comments and reviews.")
            .from(CLICKS),
        inWindow("activity.shares", DayCount.SHARES, 30).means("Shares.").from(CLICKS),
        inWindow("activity.shares", DayCount.SHARES, 90).means("Shares.").from(CLICKS));
  }

  private static List<Feature> rates() {
    return List.of(
        Feature.number("activity.interactionRate", Unit.RATIO, ActivityFeatures::interactionRate)
            .means("(likes + comments + shares) / views; may pass 1.")
            .over("30 days")
            .from(CLICKS)
            .unknownWhen("no view in 30 days")
            .moving(Motions.window(30, ActivityFeatures::earliestInteraction))
            .as("interactionRate"),
        Feature.number(
                "activity.cartConversion",
                Unit.SHARE,
                f -> ratio(sessionCounts(f).withBoth(), sessionCounts(f).withCart()))
            .means("sessions with cart and order / sessions with cart.")
            .from(CART)
            .unknownWhen("no session with cart")
            .as("cartConversion"),
        Feature.number(
                "activity.cartAbandonment",
                Unit.SHARE,
                f ->
                    ratio(
                        sessionCounts(f).withCart() - sessionCounts(f).withBoth(),
                        sessionCounts(f).withCart()))
            .means("1 - cartConversion: sessions with a cart that no order followed in them.")
            .from(CART)
            .unknownWhen("no session with cart")
            .as("cartAbandonment"),
        Feature.number("activity.cartConversionIn30Days", Unit.SHARE, ActivityFeatures::conversion)
            .means("The same over sessions begun in the window.")
            .over("30 days")
            .from(CART)
            .unknownWhen("no session with cart in 30 days")
            .moving(Motions.window(30, ActivityFeatures::earliestCartSession))
            .as("cartConversionIn30Days"),
        Feature.number(
                "activity.cartAbandonmentIn30Days", Unit.SHARE, ActivityFeatures::abandonment)
            .means("1 - cartConversionIn30Days.")
            .over("30 days")
            .from(CART)
            .unknownWhen("no session with cart in 30 days")
            .moving(Motions.window(30, ActivityFeatures::earliestCartSession))
            .as("cartAbandonmentIn30Days"));
  }

  private static double conversion(Facts facts) {
    return ratio(
        inDays(facts, DayCount.CART_ORDER_SESSIONS, 30), inDays(facts, DayCount.CART_SESSIONS, 30));
  }

  /** One division, as of every other share: one less the conversion would be off by a digit. */
  private static double abandonment(Facts facts) {
    double carts = inDays(facts, DayCount.CART_SESSIONS, 30);
    return ratio(carts - inDays(facts, DayCount.CART_ORDER_SESSIONS, 30), carts);
  }

  private static double interactionRate(Facts facts) {
    double acts =
        inDays(facts, DayCount.LIKES, 30)
            + inDays(facts, DayCount.COMMENTS, 30)
            + inDays(facts, DayCount.SHARES, 30);
    return ratio(acts, inDays(facts, DayCount.VIEWS, 30));
  }

  private static int earliestInteraction(Facts facts) {
    return earliest(facts, DayCount.VIEWS, DayCount.LIKES, DayCount.COMMENTS, DayCount.SHARES);
  }

  /** What became of one session can lie on two days, where a late event moved its beginning. */
  private static int earliestCartSession(Facts facts) {
    return earliest(facts, DayCount.CART_SESSIONS, DayCount.CART_ORDER_SESSIONS);
  }

  private static int earliest(Facts facts, DayCount... of) {
    int earliest = Integer.MAX_VALUE;
    for (DayCount what : of) {
      earliest = Math.min(earliest, days(facts).earliest(what, facts.firstDay(30)));
    }
    return earliest;
  }

  private static Feature since(String name, ToLongFunction<Facts> since) {
    return Feature.number(name, Unit.DAYS, f -> Ages.daysSince(since.applyAsLong(f), f))
        .from(ALL)
        .moving(Motions.daysSince(since))
        .unpublished();
  }

  private static Feature activeDays(int days) {
    String field = "activeDaysIn" + days;
    return Feature.number("activity.daysIn" + days, Unit.DAYS, f -> days(f).count(f.firstDay(days)))
        .means("Days with activity.")
        .over(days + " days")
        .from(ALL)
        .moving(
            Motions.falling(
                days,
                (f, first) -> days(f).earliest(null, first),
                (f, first) -> days(f).count(first)))
        .as(field);
  }

  private static Feature lifetime(String name, String field, ToLongFunction<Facts> count) {
    return Feature.count(name, f -> (double) count.applyAsLong(f)).as(field);
  }

  private static Feature inWindow(String name, DayCount what, int days) {
    String full = name + "In" + days + "Days";
    return Feature.count(full, f -> inDays(f, what, days))
        .over(days + " days; a day counts at most " + what.ceiling())
        .moving(falling(what, days))
        .as(full.substring(full.indexOf('.') + 1));
  }

  private static Motion<Facts> falling(DayCount what, int days) {
    return Motions.falling(
        days, (f, first) -> days(f).earliest(what, first), (f, first) -> days(f).sum(what, first));
  }

  private static double inDays(Facts facts, DayCount what, int days) {
    return days(facts).sum(what, facts.firstDay(days));
  }

  private static Days days(Facts facts) {
    return facts.profile().behaviour().days();
  }

  private static SessionCounts sessionCounts(Facts facts) {
    return facts.profile().activity().sessions();
  }

  static double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }
}
