package io.kairos.bench.micro;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What each piece costs, as text: nanoseconds a call, and half of the interval of 99.9 %. */
public record MicroReport(Collection<RunResult> results) {
  private static final List<String> HEAD = List.of("piece", "ns", "+-");

  /** For the terminal. */
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add("%-32s  %10s  %10s".formatted(HEAD.toArray()));
    rows().forEach(row -> lines.add("%-32s  %10s  %10s".formatted(row.toArray())));
    return lines;
  }

  /** For a page. */
  public List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(bar(HEAD));
    lines.add("| --- | ---: | ---: |");
    rows().forEach(row -> lines.add(bar(row)));
    return lines;
  }

  private List<List<String>> rows() {
    return results.stream().map(MicroReport::row).toList();
  }

  private static List<String> row(RunResult run) {
    Result<?> result = run.getPrimaryResult();
    String work = run.getParams().getParam("work");
    String name = work == null ? result.getLabel() : result.getLabel() + " " + work;
    return List.of(spaced(name), number(result.getScore()), number(result.getScoreError()));
  }

  /** {@code stateToBytes} as words. */
  private static String spaced(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static String number(double nanos) {
    return Double.isNaN(nanos) ? "" : String.format(Locale.ROOT, "%,.1f", nanos);
  }

  private static String bar(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
