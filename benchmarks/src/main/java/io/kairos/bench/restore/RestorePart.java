package io.kairos.bench.restore;

import io.kairos.bench.report.Median;
import io.kairos.bench.report.Part;
import io.kairos.bench.report.Table;
import io.kairos.bench.restore.Step.Took;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the steps took as a table, a row for each. */
final class RestorePart {
  private static final double MEBIBYTE = 1 << 20;
  private static final List<String> HEAD =
      List.of("step", "customers", "savepoint MiB", "median ms", "min - max", "runs");

  private RestorePart() {}

  /**
   * @param customers who have an event
   * @param all of every step at least one
   */
  static Part of(int customers, List<Took> all) {
    List<List<String>> rows = new ArrayList<>();
    for (Step step : Step.values()) {
      rows.add(row(step, customers, all.stream().filter(took -> took.step() == step).toList()));
    }
    return new Part(
        "stop and come back: default rules, all outputs",
        new Table(HEAD, rows),
        List.of(
            "To come back is from the submission until all tasks run with their state. With more"
                + " slots each has the files of the one before, until RocksDB has merged them: so"
                + " the savepoint that fewer come back from is larger."));
  }

  private static List<String> row(Step step, int customers, List<Took> runs) {
    Median millis = Median.of(runs, Took::millis);
    return List.of(
        step.title(),
        number("%,.0f", customers),
        number("%,.1f", Median.of(runs, Took::stateBytes).middle() / MEBIBYTE),
        number("%,.0f", millis.middle()),
        number("%,.0f", millis.least()) + " - " + number("%,.0f", millis.most()),
        Integer.toString(runs.size()));
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
