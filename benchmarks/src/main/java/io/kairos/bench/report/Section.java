package io.kairos.bench.report;

import io.kairos.bench.input.InputSpec;
import io.kairos.bench.run.Contender;
import io.kairos.bench.run.Figures;
import io.kairos.bench.run.Result;
import io.kairos.bench.run.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The results over one input with one number of slots, a row for each contender.
 *
 * @param results not empty
 */
record Section(InputSpec input, int slots, List<Result> results) {
  private static final List<String> HEAD =
      List.of(
          "contender",
          "CPU s/M",
          "min - max",
          "to ours",
          "events/s",
          "max RSS MiB",
          "GC",
          "triggers",
          "runs");

  /** All sections of some results, in order of the input and the slots. */
  static List<Section> of(List<Result> results) {
    Map<InputSpec, Map<Integer, List<Result>>> parts =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.turn().input(),
                    () -> new TreeMap<>(Comparator.comparing(InputSpec::name)),
                    Collectors.groupingBy(
                        result -> result.turn().slots(), TreeMap::new, Collectors.toList())));
    List<Section> sections = new ArrayList<>();
    parts.forEach(
        (input, bySlots) ->
            bySlots.forEach((slots, some) -> sections.add(new Section(input, slots, some))));
    return sections;
  }

  /** All of it. */
  Part part() {
    List<String> notes = new ArrayList<>();
    settings().ifPresent(settings -> notes.add("Kairos with `" + settings + "`."));
    failures().forEach(failure -> notes.add("Failed: " + failure));
    return new Part(title(), new Table(HEAD, rows()), notes);
  }

  private String title() {
    return String.format(
        Locale.ROOT,
        "%s, %,d events, %,d customers, %d slot%s",
        input.kind(),
        input.events(),
        input.customers(),
        slots,
        slots == 1 ? "" : "s");
  }

  private List<List<String>> rows() {
    Map<Contender, List<Result>> byContender =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.turn().contender(), TreeMap::new, Collectors.toList()));
    return byContender.entrySet().stream().map(row -> row(row.getKey(), row.getValue())).toList();
  }

  /** What the runs of Kairos were given beside its defaults; empty if nothing. */
  private Optional<String> settings() {
    return results.stream()
        .map(Result::turn)
        .map(Turn::settings)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** Of the turns that never came to their end. */
  private List<String> failures() {
    Set<Turn> done =
        results.stream()
            .filter(result -> result.figures() != null)
            .map(Result::turn)
            .collect(Collectors.toSet());
    return results.stream()
        .filter(result -> !done.contains(result.turn()))
        .map(
            result ->
                "%s, round %d: %s"
                    .formatted(
                        result.turn().contender().id(), result.turn().round(), result.failure()))
        .toList();
  }

  private List<String> row(Contender contender, List<Result> runs) {
    List<Figures> figures = figures(runs);
    if (figures.isEmpty()) {
      return List.of(contender.title(), "failed", "", "", "", "", "", "", "0");
    }
    Median cpu = Median.of(figures, Figures::cpuSecondsPerMillion);
    return List.of(
        contender.title(),
        number("%.2f", cpu.middle()),
        number("%.2f", cpu.least()) + " - " + number("%.2f", cpu.most()),
        ratio(cpu),
        number("%,.0f", Median.of(figures, Figures::eventsPerSecond).middle()),
        number("%,.0f", Median.of(figures, Figures::maxRssBytes).middle() / (1 << 20)),
        number("%.0f %%", 100 * Median.of(figures, Figures::gcShare).middle()),
        number("%,.0f", Median.of(figures, Figures::triggers).middle()),
        Integer.toString(figures.size()));
  }

  /** How many times as much CPU as Kairos on RocksDB, the same work. */
  private String ratio(Median cpu) {
    List<Figures> ours =
        figures(results.stream().filter(r -> r.turn().contender() == Contender.OURS).toList());
    return ours.isEmpty()
        ? ""
        : number("%.2f", cpu.middle() / Median.of(ours, Figures::cpuSecondsPerMillion).middle());
  }

  private static List<Figures> figures(List<Result> runs) {
    return runs.stream().map(Result::figures).filter(f -> f != null).toList();
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
