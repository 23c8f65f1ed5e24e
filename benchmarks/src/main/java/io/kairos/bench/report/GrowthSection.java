package io.kairos.bench.report;

import io.kairos.bench.input.InputSpec;
import io.kairos.bench.ours.ManyRules;
import io.kairos.bench.run.CheckpointFigures;
import io.kairos.bench.run.Contender;
import io.kairos.bench.run.Figures;
import io.kairos.bench.run.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Results of Kairos over several inputs and under several rule files, a row for each. */
record GrowthSection(List<Result> results, Seen seen) {
  private static final List<String> HEAD =
      List.of(
          "contender",
          "customers",
          "seen",
          "rules",
          "CPU s/M",
          "min - max",
          "events/s",
          "checkpoint ms",
          "sync ms",
          "pause ms",
          "written MiB",
          "state MiB",
          "B/seen",
          "runs");

  /** What a row is about. */
  private record Subject(InputSpec input, Contender contender, String settings) {
    static Subject of(Result result) {
      return new Subject(
          result.turn().input(), result.turn().contender(), result.turn().settings());
    }
  }

  Part part() {
    Map<Subject, List<Figures>> rows = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    for (Result result : results) {
      List<Figures> runs = rows.computeIfAbsent(Subject.of(result), none -> new ArrayList<>());
      if (result.figures() != null) {
        runs.add(result.figures());
      } else {
        notes.add("Failed: " + result.turn().contender().id() + ": " + result.failure());
      }
    }
    rows.values().removeIf(List::isEmpty);
    return new Part("growth: " + title(), new Table(HEAD, rows(rows)), notes);
  }

  private String title() {
    return results.stream()
        .map(result -> result.turn().input())
        .map(input -> String.format(Locale.ROOT, "%s, %,d events", input.kind(), input.events()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private List<List<String>> rows(Map<Subject, List<Figures>> rows) {
    return rows.entrySet().stream().map(row -> row(row.getKey(), row.getValue())).toList();
  }

  private List<String> row(Subject subject, List<Figures> runs) {
    int customers = seen.in(subject.input());
    Median cpu = Median.of(runs, Figures::cpuSecondsPerMillion);
    List<String> cells = new ArrayList<>();
    cells.add(subject.contender().title());
    cells.add(number("%,.0f", subject.input().customers()));
    cells.add(number("%,.0f", customers));
    cells.add(ManyRules.count(subject.settings()).map(Object::toString).orElse("own"));
    cells.add(number("%.2f", cpu.middle()));
    cells.add(number("%.2f", cpu.least()) + " - " + number("%.2f", cpu.most()));
    cells.add(number("%,.0f", Median.of(runs, Figures::eventsPerSecond).middle()));
    cells.addAll(checkpoints(runs, customers));
    cells.add(Integer.toString(runs.size()));
    return cells;
  }

  private static List<String> checkpoints(List<Figures> runs, int customers) {
    List<CheckpointFigures> all =
        runs.stream().map(Figures::checkpoints).filter(known -> known != null).toList();
    if (all.isEmpty()) {
      return List.of("", "", "", "", "", "");
    }
    double state = Median.of(all, CheckpointFigures::stateBytes).middle();
    return List.of(
        number("%,.0f", Median.of(all, CheckpointFigures::durationMillis).middle()),
        number("%,.0f", most(all, CheckpointFigures::syncMillis)),
        number("%,.0f", most(all, CheckpointFigures::pauseMillis)),
        number("%,.1f", most(all, CheckpointFigures::writtenBytes) / (1 << 20)),
        number("%,.1f", state / (1 << 20)),
        number("%,.0f", state / customers));
  }

  private static double most(
      List<CheckpointFigures> all, ToDoubleFunction<CheckpointFigures> figure) {
    return Median.of(all, figure).most();
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
