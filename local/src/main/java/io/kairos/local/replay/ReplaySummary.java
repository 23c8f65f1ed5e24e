package io.kairos.local.replay;

import io.kairos.engine.trigger.Amounts;
import io.kairos.flink.metrics.Tally;
import io.kairos.wire.Profile;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
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

  /** The lines of the summary, after a job that took so long over event time up to an end. */
  List<String> lines(Duration took, Instant end) {
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
    return lines;
  }

  private String customers() {
    long buyers = results.profiles().stream().filter(p -> p.getOrders() > 0).count();
    return row("customers", results.profiles().size(), text("%,d with an order", buyers));
  }

  private String sessions() {
    return row(
        "sessions",
        sum(Profile::getSessions),
        text(
            "%,d with a cart, %,d with an order, %,d with both",
            sum(Profile::getSessionsWithCart),
            sum(Profile::getSessionsWithOrder),
            sum(Profile::getSessionsWithCartAndOrder)));
  }

  /** Sessions with an order of all, and with a cart that no order followed in them. */
  private String rates() {
    double all = sum(Profile::getSessions);
    double carts = sum(Profile::getSessionsWithCart);
    double ordered = sum(Profile::getSessionsWithOrder);
    double both = sum(Profile::getSessionsWithCartAndOrder);
    return text(
        "%-11s %s of sessions ordered; %s of sessions with a cart did not",
        "conversion", percent(ordered, all), percent(carts - both, carts));
  }

  private static String percent(double part, double whole) {
    return whole == 0 ? "-" : text("%.2f %%", 100 * part / whole);
  }

  private String carts() {
    long open = results.profiles().stream().filter(p -> p.getCartCount() > 0).count();
    return row(
        "cart adds", sum(Profile::getCartAdds), text("%s still full", counted(open, "cart")));
  }

  private String orders() {
    return row(
        "orders",
        sum(Profile::getOrders),
        text(
            "%s paid, %,d refunds and cancellations of %s",
            money(sum(Profile::getSpent)),
            sum(Profile::getRefunds),
            money(sum(Profile::getRefunded))));
  }

  /** How many customers are at which stage and in which segment. */
  private String groups() {
    Map<String, Long> sizes = new TreeMap<>();
    for (Profile profile : results.profiles()) {
      if (profile.getStage() != null) {
        sizes.merge(profile.getStage(), 1L, Long::sum);
      }
      profile.getSegments().forEach(segment -> sizes.merge(segment.getName(), 1L, Long::sum));
    }
    return text("%-11s %s", "segments", sizes.isEmpty() ? "none" : detail(sizes));
  }

  private String triggers() {
    Map<String, Long> byRule =
        results.triggers().stream()
            .collect(
                Collectors.groupingBy(
                    trigger -> trigger.getRule() + suffix(trigger),
                    TreeMap::new,
                    Collectors.counting()));
    long customers = results.triggers().stream().map(Trigger::getCustomerId).distinct().count();
    String who = results.triggers().isEmpty() ? "" : "; " + counted(customers, "customer");
    return row("triggers", results.triggers().size(), detail(byRule) + who);
  }

  private static String suffix(Trigger trigger) {
    return trigger.getKind() == TriggerKind.CANCEL ? " taken back" : "";
  }

  private long sum(ToLongFunction<Profile> field) {
    return results.profiles().stream().mapToLong(field).sum();
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
    return text("%,.2f %s", new BigDecimal(new Amounts(currency).plain(minor)), currency);
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
