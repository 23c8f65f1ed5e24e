package io.kairos.bench.report;

import io.kairos.bench.run.Figures;
import io.kairos.bench.run.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * What was measured, as text.
 *
 * @param legend what the columns mean, a line each
 */
public record Report(Machine machine, List<Part> parts, List<String> legend) {
  private static final String CPU =
      "CPU s/M: CPU seconds of the process per million events, without compiling; median of the"
          + " runs. The first %.0f %% of the events are warm-up and do not count."
              .formatted(100 * Figures.WARM_UP);

  /** Of contenders side by side. */
  public static Report ofContenders(Machine machine, List<Result> results) {
    return new Report(
        machine,
        Section.of(results).stream().map(Section::part).toList(),
        List.of(CPU, "To ours: how many times as much as Kairos doing the same work on RocksDB."));
  }

  /** Of Kairos alone as something grows. */
  public static Report ofGrowth(Machine machine, List<Result> results, Seen seen) {
    return new Report(
        machine,
        List.of(new GrowthSection(results, seen).part()),
        List.of(
            CPU,
            "Seen: customers with an event. B/seen: bytes of the last checkpoint, taken when all is"
                + " read, for each of them.",
            "Checkpoints: mean duration; the longest synchronous part as Flink counts it; the"
                + " longest that a task may have stood still, with what an operator writes before"
                + " it passes the barrier on; the most that one wrote."));
  }

  /** The same with one more part. */
  public Report with(Part more) {
    List<Part> all = new ArrayList<>(parts);
    all.add(more);
    return new Report(machine, all, legend);
  }

  /** For the terminal. */
  public List<String> text() {
    List<String> lines = new ArrayList<>(machine.lines());
    for (Part part : parts) {
      lines.add("");
      lines.add(part.title());
      lines.addAll(part.table().text());
      lines.addAll(part.notes());
    }
    lines.add("");
    lines.addAll(legend);
    return lines;
  }

  /** For a page. */
  public List<String> markdown() {
    List<String> lines = new ArrayList<>();
    machine.lines().forEach(line -> lines.add("- " + line));
    for (Part part : parts) {
      lines.addAll(List.of("", "### " + part.title(), ""));
      lines.addAll(part.table().markdown());
      part.notes().forEach(note -> lines.addAll(List.of("", note)));
    }
    lines.add("");
    lines.addAll(legend);
    return lines;
  }
}
