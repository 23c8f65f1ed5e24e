package io.kairos.local;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.predict.PredictionModel;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.local.backtest.Backtest;
import io.kairos.local.backtest.BacktestJson;
import io.kairos.local.backtest.BacktestReport;
import io.kairos.local.backtest.BacktestRequest;
import io.kairos.local.backtest.BacktestResult;
import io.kairos.local.backtest.Canvas;
import io.kairos.local.backtest.FileSource;
import io.kairos.local.backtest.KafkaSource;
import io.kairos.local.backtest.Period;
import io.kairos.local.backtest.Versions;
import io.kairos.local.backtest.Watch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kairos backtest}: what rules would have done over history. */
@Command(
    name = "backtest",
    description = {
      "Shows what rules would have done over history: the engine on files of events, or on the input"
          + " topics of a Kafka, without a job.",
      "Its messages are those of a live run over the same events, by the same ids."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class BacktestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private HistoryOptions history;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "More files and folders of events, as --input.")
  private List<Path> files;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Rule file to try instead of the default one.")
  private Path rules;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Rule file to compare with, over the same events.")
  private Path baseline;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model file of predictions, as kairos fit writes it.")
  private Path model;

  @Option(
      names = "--consent",
      paramLabel = "CHANNEL",
      split = ",",
      description =
          "Channels that every customer counts as having agreed to, or none. Without it: push,sms"
              + " for files, what the rule file says for Kafka.")
  private List<String> consent;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "Count from this instant on; events before it still build profiles.")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "Leave out events and deadlines after this instant, as 2019-10-01T04:00:00Z.")
  private Instant to;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write triggers.jsonl and decisions.jsonl there.")
  private Path out;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Period period = period();
    HistoryOptions.Found found = history.find(files == null ? List.of() : files);
    String currency = found.shop().currency();
    Versions versions =
        decided(
            new Versions(
                read("--rules", rules, currency).orElseGet(() -> RuleFile.defaults(currency)),
                read("--baseline", baseline, currency)),
            found);
    GivenFile.makeFolder("--out", out);
    BacktestRequest request =
        new BacktestRequest(
            found
                .place()
                .open(FileSource::new, access -> new KafkaSource(access, found.timeliness())),
            versions,
            found.shop(),
            period,
            Optional.ofNullable(out));
    BacktestResult result = run(request);
    print(
        json
            ? List.of(JsonText.encodable(BacktestJson.of(result)))
            : report(result, found, versions));
    return 0;
  }

  private Period period() {
    try {
      return new Period(Optional.ofNullable(from), Optional.ofNullable(to));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), "--from and --to: " + wrong.getMessage());
    }
  }

  private static Optional<RuleSet> read(String option, Path file, String currency) {
    return GivenFile.read(option, file, text -> RuleFile.parse(text, currency));
  }

  private Versions decided(Versions read, HistoryOptions.Found found) {
    Optional<PredictionModel> given = GivenFile.read("--model", model, ModelFile::parse);
    Optional<Set<String>> assumed = assumed(read, found);
    UnaryOperator<RuleSet> decided =
        set -> {
          RuleSet modelled = given.map(set::with).orElse(set);
          return assumed
              .map(channels -> modelled.with(modelled.policy().assuming(channels)))
              .orElse(modelled);
        };
    return new Versions(decided.apply(read.rules()), read.baseline().map(decided));
  }

  /** Channels on which silence counts as consent; nothing where the rule file says so itself. */
  private Optional<Set<String>> assumed(Versions read, HistoryOptions.Found found) {
    if (consent == null) {
      return Optional.of(found.consent()).filter(channels -> !channels.isEmpty());
    }
    List<RuleSet> sets = new ArrayList<>(List.of(read.rules()));
    read.baseline().ifPresent(sets::add);
    Set<String> given = ConsentChannels.of(consent, sets);
    return Optional.of(ConsentChannels.areNone(consent) ? Set.of() : given);
  }

  private BacktestResult run(BacktestRequest request) throws IOException {
    StatusLine line = StatusLine.after(Duration.ZERO, spec.commandLine().getErr());
    try (StopSignal stop = StopSignal.install()) {
      return Backtest.run(request, new Watch(stop, new BacktestStatus(line)));
    } finally {
      line.done();
    }
  }

  private List<String> report(
      BacktestResult result, HistoryOptions.Found found, Versions versions) {
    Set<String> channels = new TreeSet<>(versions.rules().policy().consents().assumed());
    BacktestReport.Heading heading =
        new BacktestReport.Heading(
            "Amounts in %s, times in %s, consent assumed for %s."
                .formatted(
                    found.shop().currency(),
                    zone(found.shop().zone()),
                    channels.isEmpty() ? "no channel" : String.join(" and ", channels)),
            found.description(),
            rules == null ? "the default rules" : rules.toString(),
            baseline == null ? "" : baseline.toString());
    return new BacktestReport(result, heading, Canvas.ofTerminal()).lines();
  }

  private static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private void print(List<String> lines) {
    PrintWriter writer = spec.commandLine().getOut();
    lines.forEach(writer::println);
    writer.flush();
  }
}
