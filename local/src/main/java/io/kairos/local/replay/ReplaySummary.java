package io.kairos.local.replay;

import io.kairos.engine.trigger.Amounts;
import io.kairos.flink.metrics.Tally;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The outcome of a replay as text for people. */
final class ReplaySummary {
  private final Map<String, Object> counted;
  private final ReplayResults results;
  private final String currency;

  /**
   * @param counted the job's accumulators
   * @param currency ISO 4217
   */
  ReplaySummary(Map<String, Object> counted, ReplayResults results, String currency) {
    this.counted = counted;
    this.results = results;
    this.currency = currency;
  }

  /**
   * The lines of the summary, after a job that took so long over event time up to an end.
   *
   * @param restarts how often the job started again: Flink keeps what its last run counted
   */
  List<String> lines(Duration took, Instant end, int restarts) {
    Map<String, Long> events = counts("events");
    Map<String, Long> rejected = counts("rejected");
    long all = events.values().stream().mapToLong(Long::longValue).sum();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(text("Replayed to %s", end));
    lines.add(row("events", all, detail(events)));
    long refused = rejected.values().stream().mapToLong(Long::longValue).sum();
    lines.add(row("rejected", refused, detail(rejected)));
    lines.add(customers());
    lines.add(sessions());
    lines.add(rates());
    lines.add(carts());
    lines.add(orders());
    lines.add(groups());
    lines.add(triggers());
    lines.add(row("decisions", total(counts("decided")), detail(counts("decided"))));
    double seconds = took.toMillis() / 1000.0;
    lines.add(text("%-11s %.1f s, %,.0f events/s", "time", seconds, all / seconds));
    if (restarts > 0) {
      lines.add(
          text(
              "%-11s %s; events, rejected and decisions count its last run only",
              "restarted", counted(restarts, "time")));
    }
    return lines;
  }

  private String customers() {
    return row(
        "customers",
        sum(ProfileFigure.CUSTOMERS),
        text("%,d with an order", sum(ProfileFigure.BUYERS)));
  }

  private String sessions() {
    return row(
        "sessions",
        sum(ProfileFigure.SESSIONS),
        text(
            "%,d with a cart, %,d with an order, %,d with both",
            sum(ProfileFigure.SESSIONS_WITH_CART),
            sum(ProfileFigure.SESSIONS_WITH_ORDER),
            sum(ProfileFigure.SESSIONS_WITH_BOTH)));
  }

  /** Sessions with an order of all, and with a cart that no order followed in them. */
  private String rates() {
    double all = sum(ProfileFigure.SESSIONS);
    double carts = sum(ProfileFigure.SESSIONS_WITH_CART);
    double ordered = sum(ProfileFigure.SESSIONS_WITH_ORDER);
    double both = sum(ProfileFigure.SESSIONS_WITH_BOTH);
    return text(
        "%-11s %s of sessions ordered; %s of sessions with a cart did not",
        "conversion", percent(ordered, all), percent(carts - both, carts));
  }

  private static String percent(double part, double whole) {
    return whole == 0 ? "-" : text("%.2f %%", 100 * part / whole);
  }

  private String carts() {
    return row(
        "cart adds",
        sum(ProfileFigure.CART_ADDS),
        text("%s still full", counted(sum(ProfileFigure.FULL_CARTS), "cart")));
  }

  private String orders() {
    return row(
        "orders",
        sum(ProfileFigure.ORDERS),
        text(
            "%s paid, %,d refunds and cancellations of %s",
            money(sum(ProfileFigure.SPENT)),
            sum(ProfileFigure.REFUNDS),
            money(sum(ProfileFigure.REFUNDED))));
  }

  private String groups() {
    Map<String, Long> sizes = results.profiles().groups();
    return text("%-11s %s", "segments", sizes.isEmpty() ? "none" : detail(sizes));
  }

  private String triggers() {
    TriggerTally triggers = results.triggers();
    String who = triggers.all() == 0 ? "" : "; " + counted(triggers.customers(), "customer");
    return row("triggers", triggers.all(), detail(triggers.byRule()) + who);
  }

  private long sum(ProfileFigure figure) {
    return results.profiles().sum(figure);
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<String, Long> counts(String kind) {
    String prefix = Tally.name(kind, "");
    Map<String, Long> found = new TreeMap<>();
    counted.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), (Long) value);
          }
        });
    return found;
  }

  private String money(long minor) {
    BigDecimal amount = new BigDecimal(new Amounts(currency).plain(minor));
    return text("%,." + amount.scale() + "f %s", amount, currency);
  }

  private static String detail(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> text("%,d %s", entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String counted(long count, String noun) {
    return text("%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  private static String row(String label, long count, String detail) {
    return text("%-11s %,d%s", label, count, detail.isEmpty() ? "" : "  (" + detail + ")");
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
