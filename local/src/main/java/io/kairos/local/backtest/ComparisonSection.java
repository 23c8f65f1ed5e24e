package io.kairos.local.backtest;

import io.kairos.local.view.Figures;
import java.util.ArrayList;
import java.util.List;

/** What differs from the baseline. */
record ComparisonSection(
    BacktestResult.Comparison comparison, BacktestReport.Heading heading, Canvas canvas) {
  private static final String INDENT = "  ";

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Compared with " + heading.baseline() + ", message by message");
    Table table = new Table();
    table.row(
        List.of("rule", "before", "now", "in both", "of these moved", "only before", "only now"));
    comparison.differences().entrySet().stream()
        .filter(rule -> rule.getValue().sent() + rule.getValue().baselineSent() > 0)
        .forEach(rule -> table.row(row(rule.getKey(), rule.getValue())));
    lines.addAll(table.lines());
    comparison.differences().forEach((rule, difference) -> examples(rule, difference, lines));
    return lines;
  }

  private static List<String> row(String rule, Difference difference) {
    return List.of(
        rule,
        Figures.count(difference.baselineSent()),
        Figures.count(difference.sent()),
        Figures.count(difference.both()),
        Figures.count(difference.moved()),
        Figures.count(difference.gone().count()),
        Figures.count(difference.added().count()));
  }

  private void examples(String rule, Difference difference, List<String> lines) {
    example(rule + ", only before", difference.gone(), lines);
    example(rule + ", only now", difference.added(), lines);
  }

  private void example(String title, Difference.Side side, List<String> lines) {
    ExampleText text = new ExampleText(canvas, INDENT, INDENT);
    side.examples().stream()
        .limit(1)
        .forEach(
            example -> {
              lines.add(title);
              lines.addAll(text.lines(example));
            });
  }
}
