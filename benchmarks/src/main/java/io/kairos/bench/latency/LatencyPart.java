package io.kairos.bench.latency;

import io.kairos.bench.report.Part;
import io.kairos.bench.report.Table;
import io.kairos.flink.config.KairosOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Latencies as people read them: a line for each round, and a table with a row for each rate. */
final class LatencyPart {
  private static final List<String> HEAD =
      List.of(
          "events/s",
          "reached",
          "triggers",
          "missing",
          "p50 ms",
          "p99 ms",
          "p99.9 ms",
          "max ms",
          "p99 by round");

  private LatencyPart() {}

  static Part of(LatencyPlan plan, Map<Integer, List<Latencies>> byRate) {
    List<List<String>> rows = new ArrayList<>();
    byRate.forEach((rate, rounds) -> rows.add(row(rate, rounds)));
    return new Part(
        "event append to trigger append in Kafka, "
            + plan.settings()
                .getOrDefault(
                    KairosOptions.GUARANTEE.key(), KairosOptions.GUARANTEE.defaultValue()),
        new Table(HEAD, rows),
        notes(plan));
  }

  private static List<String> notes(LatencyPlan plan) {
    List<String> notes = new ArrayList<>();
    notes.add(
        ("%d s of each round, after %d s of warm-up; percentiles of all rounds together, with"
                + " the triggers that never came as longer than any.")
            .formatted(LatencyPlan.MEASURED.toSeconds(), LatencyPlan.WARM_UP.toSeconds()));
    if (plan.load().hotPercent() > 0) {
      notes.add(
          "%d %% of the clicks and orders are those of one customer; %d slots."
              .formatted(plan.load().hotPercent(), plan.load().slots()));
    }
    if (!plan.settings().isEmpty()) {
      notes.add(
          plan.settings().entrySet().stream()
              .map(setting -> setting.getKey() + "=" + setting.getValue())
              .collect(Collectors.joining(" ", "Kairos with `", "`.")));
    }
    return notes;
  }

  private static List<String> row(int rate, List<Latencies> rounds) {
    Latencies all = Latencies.together(rounds);
    return List.of(
        number(rate),
        number(Math.round(all.rate())),
        number(all.millis().size()),
        number(all.missing()),
        within(all, 0.5),
        within(all, 0.99),
        within(all, 0.999),
        within(all, 1),
        rounds.stream().map(round -> within(round, 0.99)).collect(Collectors.joining(" ")));
  }

  /** One round in a line. */
  static String line(Latencies round) {
    if (round.millis().isEmpty()) {
      return "no trigger came";
    }
    return "%s events/s  p50 %s ms, p99 %s ms, %s triggers, %s missing"
        .formatted(
            number(Math.round(round.rate())),
            within(round, 0.5),
            within(round, 0.99),
            number(round.millis().size()),
            number(round.missing()));
  }

  private static String within(Latencies some, double share) {
    OptionalLong within = some.within(share);
    if (within.isPresent()) {
      return number(within.getAsLong());
    }
    return some.millis().isEmpty() ? "none" : "> " + number(some.longest());
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
