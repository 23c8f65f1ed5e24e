package io.kairos.local.backtest;

import io.kairos.local.view.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What there is to say of one rule. */
record RuleSection(RuleFigures rule, BacktestResult result, Canvas canvas) {
  private static final String INDENT = "  ";
  private static final int LABEL = 11;
  private static final int MOST_STOPS = 12;

  /** Nothing of a rule that never began. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (rule.fates().candidates() == 0) {
      return lines;
    }
    lines.add("");
    lines.add(rule.rule());
    lines.addAll(canvas.wrapped(label("fates"), label(""), sum(rule.fates())));
    lines.addAll(labelled("stopped", stopped()));
    lines.addAll(labelled("caps bind", caps()));
    if (!rule.days().isEmpty()) {
      lines.addAll(messages());
    }
    ExampleText examples = new ExampleText(canvas, label("example"), label(""));
    rule.examples().forEach(example -> lines.addAll(examples.lines(example)));
    return lines;
  }

  private static String sum(Fates fates) {
    return text(
        "%,d candidates = %,d sent + %,d held out + %,d stopped + %,d expired + %,d waiting",
        fates.candidates(),
        fates.sent(),
        fates.heldOut(),
        fates.stoppedInAll(),
        fates.expired(),
        fates.waiting());
  }

  /** How often, by which gate, with which reason, and what that named. */
  private List<String> stopped() {
    List<String> lines = new ArrayList<>();
    rule.fates().stopped().entrySet().stream()
        .limit(MOST_STOPS)
        .forEach(stop -> lines.add(Figures.count(stop.getValue()) + " " + stop.getKey()));
    int more = rule.fates().stopped().size() - MOST_STOPS;
    if (more > 0) {
      lines.add("and %d more reasons: see --json".formatted(more));
    }
    return lines;
  }

  private List<String> caps() {
    return rule.fates().caps().entrySet().stream()
        .map(cap -> cap.getKey().named() + ": " + Figures.count(cap.getValue()) + " stopped")
        .toList();
  }

  private List<String> messages() {
    DayChart chart = new DayChart(canvas, result.span());
    Reach reach = rule.reach();
    String back = reach.takenBack() == 0 ? "" : text("; %,d taken back", reach.takenBack());
    List<String> lines = new ArrayList<>();
    lines.addAll(
        canvas.wrapped(
            label("messages"),
            label(""),
            text(
                "%,d to %s, %.2f a week, at most %,d%s",
                reach.messages(),
                customers(reach.customers()),
                reach.perCustomerAndWeek(),
                reach.mostInAWeek(),
                back)));
    lines.addAll(labelled("by day", chart.inOneLine(rule.days(), LABEL + INDENT.length())));
    return lines;
  }

  private static String customers(long count) {
    return text("%,d customer%s", count, count == 1 ? "" : "s");
  }

  /** The label before the first line, blanks before the others. */
  private List<String> labelled(String label, List<String> texts) {
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      lines.addAll(canvas.wrapped(label(lines.isEmpty() ? label : ""), label(""), text));
    }
    return lines;
  }

  private static String label(String label) {
    return INDENT + label + " ".repeat(Math.max(1, LABEL - label.length()));
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
