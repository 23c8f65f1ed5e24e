package io.kairos.torture.oracle;

import io.kairos.wire.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a message goes out, as a sentence and as values. The documents say what it is for; its words
 * are the job's, and written down here a second time.
 */
final class Explanation {
  private static final long SECOND_MILLIS = 1000;
  private static final long MINUTE_MILLIS = 60 * SECOND_MILLIS;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
  private static final Set<String> MONEY = Set.of("cart.value", "spending.in30Days", "order.total");

  private final Candidate candidate;
  private final Profile profile;
  private final String currency;
  private final List<String> parts = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();

  private Explanation(Candidate candidate, Profile profile, String currency) {
    this.candidate = candidate;
    this.profile = profile;
    this.currency = currency;
  }

  static Explanation of(Candidate candidate, Profile profile, String currency) {
    Explanation why = new Explanation(candidate, profile, currency);
    why.subject();
    why.timing();
    candidate.rule().course().when().forEach(why::finding);
    candidate.written().when().forEach(why::finding);
    return why;
  }

  String sentence() {
    String joined = String.join("; ", parts);
    return Character.toUpperCase(joined.charAt(0)) + joined.substring(1) + ".";
  }

  List<Evidence> evidence() {
    return evidence;
  }

  private void subject() {
    if (candidate.rule().start().becomes() != null) {
      became(candidate.rule().start().becomes());
      return;
    }
    switch (candidate.rule().start().per()) {
      case CART -> cart();
      case TIER -> tier();
      default -> event();
    }
  }

  private void became(Demand condition) {
    if (condition.holds(candidate.run().over(profile))) {
      finding(condition);
    } else {
      Instant since = Instant.ofEpochMilli(candidate.run().anchorMillis());
      parts.add(condition.source() + " became true at " + since);
    }
  }

  private void cart() {
    int count = profile.cart().count();
    String worth = Value.ofMoney(profile.cart().valueMinor(), currency).text();
    String items = count == 1 ? "1 item" : count + " items";
    parts.add("cart of %s worth %s %s left behind".formatted(items, worth, currency));
    evidence.add(new Evidence("cart.value", worth, null));
  }

  private void tier() {
    String average = Value.ofMoney(profile.orders().monthlyAverageMinor(), currency).text();
    String orders = Long.toString(profile.orders().kept());
    parts.add(
        "tier is now %s: %s %s a month over 6 months in %s orders"
            .formatted(profile.tierLabel(), average, currency, orders));
    String limit =
        profile
            .tier()
            .map(t -> Value.ofNumber(t.monthlyAverage()).asMoney(currency).text())
            .orElse(null);
    String least = profile.tier().map(t -> Integer.toString(t.orders())).orElse(null);
    evidence.add(new Evidence("spending.monthlyAverage", average, limit));
    evidence.add(new Evidence("orders.in6Months", orders, least));
  }

  private void event() {
    String key = candidate.run().key();
    String per = candidate.rule().start().per().name().toLowerCase(Locale.ROOT);
    String about = key.isEmpty() ? "" : " of " + per + " " + key;
    String names =
        candidate.rule().start().events().stream()
            .map(EventName::label)
            .sorted()
            .collect(Collectors.joining(" or "));
    parts.add("event " + names + about);
  }

  private void timing() {
    WrittenRule.Step step = candidate.written();
    if (step.afterMillis() > 0) {
      String waited = spelled(candidate.atMillis() - candidate.run().anchorMillis());
      parts.add(
          candidate.rule().start().per() == Per.CART
              ? "nothing happened to it for " + waited
              : waited + " have passed since");
      evidence.add(new Evidence("waited", waited, spelled(step.afterMillis())));
    }
    if (step.idleMillis() > 0) {
      String quiet = spelled(profile.idleMillis(candidate.atMillis()));
      parts.add("customer inactive for " + quiet);
      evidence.add(new Evidence("activity.idle", quiet, spelled(step.idleMillis())));
    }
  }

  private void finding(Demand demand) {
    Situation situation = candidate.run().over(profile);
    String seen = situation.of(demand.left()).map(Value::text).orElse("unknown");
    String limit = limit(demand, situation);
    evidence.add(new Evidence(demand.left(), seen, demand.relation().symbol() + " " + limit));
    boolean told = candidate.rule().start().per() == Per.CART && demand.left().startsWith("cart.");
    if (!told) {
      String words = demand.relation().words() + " " + limit;
      parts.add("%s %s (%s)".formatted(words(demand.left()), seen, words));
    }
  }

  /** An amount beside an amount; a name with its value. */
  private String limit(Demand demand, Situation situation) {
    if (demand.literal() == null) {
      String value = situation.of(demand.right()).map(Value::text).orElse("unknown");
      return demand.right() + " (" + value + ")";
    }
    boolean money = demand.literal().number() != null && MONEY.contains(demand.left());
    return money ? demand.literal().asMoney(currency).text() : demand.literal().text();
  }

  /** {@code spending.in30Days} as "spending in 30 days". */
  private static String words(String name) {
    return name.replace('.', ' ')
        .replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  /** A duration below two days by its two largest units: "1 min 5 s", "2 h 3 min". */
  private static String spelled(long millis) {
    return millis < HOUR_MILLIS
        ? spelled(millis / MINUTE_MILLIS, "min", millis % MINUTE_MILLIS / SECOND_MILLIS, "s")
        : spelled(millis / HOUR_MILLIS, "h", millis % HOUR_MILLIS / MINUTE_MILLIS, "min");
  }

  private static String spelled(long large, String unit, long small, String smallUnit) {
    String rest = small + " " + smallUnit;
    if (large == 0) {
      return rest;
    }
    return large + " " + unit + (small == 0 ? "" : " " + rest);
  }
}
