package io.kairos.torture.report;

import io.kairos.torture.campaign.CampaignResult;
import io.kairos.torture.campaign.FaultPlan;
import io.kairos.torture.check.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A campaign's result for people. */
public final class Report {
  private final CampaignResult result;
  private final Versions versions = Versions.current();

  public Report(CampaignResult result) {
    this.result = result;
  }

  /** For the terminal. */
  public List<String> text() {
    List<String> lines = new ArrayList<>(facts());
    lines.add("");
    lines.add(line(KindRow.HEADS));
    KindRow.of(result).forEach(row -> lines.add(line(row.cells())));
    return lines;
  }

  private static String line(List<String> cells) {
    return "%-24s%10s%10s%10s%10s%10s%10s".formatted(cells.toArray());
  }

  /** For a page. */
  public List<String> markdown() {
    List<String> lines = new ArrayList<>();
    facts().forEach(fact -> lines.add("- " + fact));
    lines.addAll(
        List.of("", row(KindRow.HEADS), "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"));
    KindRow.of(result).forEach(row -> lines.add(row(row.cells())));
    return lines;
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private List<String> facts() {
    List<String> facts = new ArrayList<>(counts());
    facts.addAll(choices());
    result.deaths().forEach(death -> facts.add("died: " + death));
    result.series().endedEarly().ifPresent(why -> facts.add(0, "ENDED EARLY by " + why));
    return facts;
  }

  /** What was not as it is by default. */
  private List<String> choices() {
    List<String> choices = new ArrayList<>();
    FaultPlan faults = result.plan().faults();
    if (!faults.only().isEmpty()) {
      choices.add("only: " + joined(faults.only().stream()));
    }
    faults
        .leftOut()
        .forEach((kind, why) -> choices.add("left out: %s, for %s".formatted(kind, why)));
    if (!result.plan().options().isEmpty()) {
      choices.add("set: " + joined(new TreeMap<>(result.plan().options()).entrySet().stream()));
    }
    return choices;
  }

  private static String joined(Stream<?> parts) {
    return parts.map(Object::toString).collect(Collectors.joining(", "));
  }

  private String faults() {
    List<KindRow> rows = KindRow.of(result).stream().filter(row -> row.kind().isFault()).toList();
    return "%,d faults planned, %,d struck, %,d felt, %,d restarted tasks"
        .formatted(
            rows.stream().mapToInt(KindRow::planned).sum(),
            rows.stream().mapToInt(KindRow::struck).sum(),
            rows.stream().mapToInt(KindRow::felt).sum(),
            rows.stream().mapToInt(KindRow::restarted).sum());
  }

  private List<String> counts() {
    Verdict verdict = result.verdict();
    return List.of(
        "seed %d, %d %s, %s, begun %s, %.1f min"
            .formatted(
                result.plan().seed(),
                result.plan().brokers(),
                result.plan().brokers() == 1 ? "broker" : "brokers",
                result.plan().guarantee(),
                result.begun().truncatedTo(ChronoUnit.SECONDS),
                result.lasted().toSeconds() / 60.0),
        versions.toString(),
        faults(),
        "%,d events of %,d customers, %,d of them not judged; judged up to %s"
            .formatted(
                result.events(),
                verdict.customers(),
                verdict.unjudged(),
                result.judgedTo().truncatedTo(ChronoUnit.SECONDS)),
        "triggers: %,d expected, %,d seen, %,d lost, %,d unexpected, %,d wrong"
            .formatted(
                verdict.expected(),
                verdict.seen(),
                verdict.lost().size(),
                verdict.unexpected().size(),
                verdict.wrong().size()),
        "repeats: %,d ids more than once, %,d with another payload, %,d more often than allowed"
            .formatted(
                verdict.repeated(), verdict.contradicted().size(), verdict.tooOften().size()));
  }
}
