package io.kairos.bench.report;

import io.kairos.bench.run.Figures;
import io.kairos.bench.run.Result;
import java.util.ArrayList;
import java.util.List;

/** All results of a benchmark as text. */
public record Report(Machine machine, List<Result> results) {
  private static final String GAP = "  ";

  /** For the terminal. */
  public List<String> text() {
    List<String> lines = new ArrayList<>(machine.lines());
    for (Section section : Section.of(results)) {
      lines.add("");
      lines.add(section.title());
      lines.addAll(columns(section.rows()));
      section.settings().ifPresent(settings -> lines.add("Kairos with " + settings));
      section.failures().forEach(failure -> lines.add("failed: " + failure));
    }
    lines.add("");
    lines.addAll(legend());
    return lines;
  }

  /** For a page. */
  public List<String> markdown() {
    List<String> lines = new ArrayList<>();
    machine.lines().forEach(line -> lines.add("- " + line));
    for (Section section : Section.of(results)) {
      lines.add("");
      lines.add("### " + section.title());
      lines.add("");
      lines.add(bar(Section.HEAD));
      lines.add("| --- |" + " ---: |".repeat(Section.HEAD.size() - 1));
      section.rows().forEach(row -> lines.add(bar(row)));
      section
          .settings()
          .ifPresent(settings -> lines.addAll(List.of("", "Kairos with `" + settings + "`.")));
      section.failures().forEach(failure -> lines.addAll(List.of("", "Failed: " + failure)));
    }
    lines.add("");
    lines.addAll(legend());
    return lines;
  }

  private static List<String> legend() {
    return List.of(
        "CPU s/M: CPU seconds of the process per million events, without compiling; median of the"
            + " runs. The first %.0f %% of the events are warm-up and do not count."
                .formatted(100 * Figures.WARM_UP),
        "To ours: how many times as much as Kairos doing the same work on RocksDB.");
  }

  private static String bar(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static List<String> columns(List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(List.of(Section.HEAD));
    all.addAll(rows);
    int[] widths = new int[Section.HEAD.size()];
    for (List<String> row : all) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return all.stream().map(row -> line(row, widths)).toList();
  }

  /** Names stand to the left, numbers to the right. */
  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String blanks = " ".repeat(widths[column] - row.get(column).length());
      line.append(column == 0 ? row.get(column) + blanks : GAP + blanks + row.get(column));
    }
    return line.toString().stripTrailing();
  }
}
