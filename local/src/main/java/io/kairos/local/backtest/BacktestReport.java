package io.kairos.local.backtest;

import io.kairos.local.view.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A result as text for people. */
public record BacktestReport(BacktestResult result, Heading heading, Canvas canvas) {

  /**
   * What the figures do not say of themselves.
   *
   * @param assumptions of currency, zone and consent
   * @param description of the input
   * @param rules what the rules are called
   * @param baseline what the baseline is called; empty without one
   */
  public record Heading(String assumptions, String description, String rules, String baseline) {}

  /**
   * Only how often each rule would have spoken, beside the baseline.
   *
   * @param baseline what the baseline is called
   */
  public static List<String> comparison(BacktestResult result, String baseline, Canvas canvas) {
    Heading heading = new Heading("", "", "", baseline);
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        text(
            "Backtest over %,d customers from %s to %s",
            result.input().customers(), result.span().from(), result.span().to()));
    result
        .comparison()
        .ifPresent(
            comparison -> lines.addAll(new ComparisonSection(comparison, heading, canvas).lines()));
    return lines;
  }

  /** All of it. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(heading.assumptions());
    lines.add(heading.description());
    lines.addAll(result.input().told());
    lines.add("");
    lines.addAll(input());
    lines.add("");
    lines.addAll(table());
    lines.addAll(legend());
    lines.add("");
    lines.addAll(new DayChart(canvas, result.span()).lines(result.all().days()));
    result.rules().forEach(rule -> lines.addAll(new RuleSection(rule, result, canvas).lines()));
    result
        .comparison()
        .ifPresent(
            comparison -> lines.addAll(new ComparisonSection(comparison, heading, canvas).lines()));
    lines.addAll(needs());
    return lines;
  }

  private List<String> input() {
    BacktestResult.Input input = result.input();
    BacktestResult.Span span = result.span();
    long rejected = input.rejected().values().stream().mapToLong(Long::longValue).sum();
    double seconds = Math.max(0.001, span.took().toMillis() / 1000.0);
    List<String> lines = new ArrayList<>();
    lines.add(text("Backtest of %s from %s to %s", heading.rules(), span.from(), span.to()));
    lines.addAll(row("events", input.eventsInAll(), input.events()));
    lines.addAll(row("rejected", rejected, input.rejected()));
    lines.addAll(row("customers", input.customers(), Map.of()));
    lines.add(text("%-11s %.1f s, %,.0f events/s", "time", seconds, input.eventsInAll() / seconds));
    return lines;
  }

  private List<String> table() {
    RuleTable table = new RuleTable(result);
    List<String> lines = new ArrayList<>(table.lines(canvas.width()));
    if (!table.silent().isEmpty()) {
      String silent = String.join(", ", table.silent());
      lines.addAll(canvas.wrapped("", "Never began: " + silent + "."));
    }
    return lines;
  }

  private List<String> legend() {
    return canvas.wrapped(
        "",
        "candidates = sent + held out + stopped + expired + waiting at the end. Customers: those"
            + " with a message. A week: messages to a customer in a week in which there was one;"
            + " at most: to one customer in one week.");
  }

  private List<String> needs() {
    List<HistoryNeed> needs = result.input().needs();
    if (needs.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        text(
            "Look further back than the %s of the input, so they fire less here, or not at all:",
            Figures.duration(result.span().history())));
    needs.forEach(
        need ->
            lines.addAll(
                canvas.wrapped(
                    "  ",
                    "%s: %s (%s)"
                        .formatted(need.rule(), HistoryNeed.text(need.reach()), need.because()))));
    return lines;
  }

  private List<String> row(String label, long count, Map<String, Long> detail) {
    String parts =
        detail.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> text("%,d %s", entry.getValue(), entry.getKey()))
            .collect(Collectors.joining(", "));
    String figure = parts.isEmpty() ? "" : "  (" + parts + ")";
    return canvas.wrapped(text("%-11s ", label), " ".repeat(12), text("%,d", count) + figure);
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
