package io.kairos.local.backtest;

import io.kairos.local.view.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A line of figures for each rule that began, and one for all together. */
record RuleTable(BacktestResult result) {

  private static final List<Column> LEFT_OUT_FIRST =
      List.of(Column.EXPIRED, Column.HELD_OUT, Column.MOST, Column.PER_WEEK, Column.CUSTOMERS);

  /** What stands in a column. */
  private enum Column {
    CANDIDATES("candidates", figures -> count(figures.fates().candidates())),
    SENT("sent", figures -> count(figures.fates().sent())),
    HELD_OUT("held out", figures -> count(figures.fates().heldOut())),
    STOPPED("stopped", figures -> count(figures.fates().stoppedInAll())),
    EXPIRED("expired", figures -> count(figures.fates().expired())),
    WAITING("waiting", figures -> count(figures.fates().waiting())),
    CUSTOMERS("customers", figures -> count(figures.reach().customers())),
    PER_WEEK("a week", RuleTable::perWeek),
    MOST("at most", figures -> count(figures.reach().mostInAWeek()));

    private final String title;
    private final Function<RuleFigures, String> cell;

    Column(String title, Function<RuleFigures, String> cell) {
      this.title = title;
      this.cell = cell;
    }
  }

  /** On a narrow canvas without what nothing had, and then without what the sections say again. */
  List<String> lines(int width) {
    List<Column> columns = new ArrayList<>(List.of(Column.values()));
    Table table = table(columns);
    for (Column column : LEFT_OUT_FIRST) {
      if (table.width() > width && isLess(column)) {
        columns.remove(column);
        table = table(columns);
      }
    }
    return table.lines();
  }

  /** Whether the fates still add up without it. */
  private boolean isLess(Column column) {
    return column.compareTo(Column.CUSTOMERS) >= 0 || column.cell.apply(result.all()).equals("0");
  }

  private Table table(List<Column> columns) {
    Table table = new Table();
    List<String> head = new ArrayList<>(List.of("rule"));
    columns.forEach(column -> head.add(column.title));
    table.row(head);
    List<RuleFigures> begun = result.rules().stream().filter(RuleTable::isBegun).toList();
    begun.forEach(rule -> table.row(row(rule.rule(), rule, columns)));
    if (begun.size() != 1) {
      table.row(row("all together", result.all(), columns));
    }
    return table;
  }

  /** Names of the rules that have no line. */
  List<String> silent() {
    return result.rules().stream().filter(rule -> !isBegun(rule)).map(RuleFigures::rule).toList();
  }

  private static boolean isBegun(RuleFigures rule) {
    return rule.fates().candidates() > 0;
  }

  private static List<String> row(String name, RuleFigures figures, List<Column> columns) {
    List<String> row = new ArrayList<>(List.of(name));
    columns.forEach(column -> row.add(column.cell.apply(figures)));
    return row;
  }

  private static String count(long number) {
    return Figures.count(number);
  }

  private static String perWeek(RuleFigures figures) {
    return figures.reach().messages() == 0
        ? "-"
        : String.format(Locale.ROOT, "%.2f", figures.reach().perCustomerAndWeek());
  }
}
