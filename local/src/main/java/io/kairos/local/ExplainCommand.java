package io.kairos.local;

import io.kairos.local.explain.Explain;
import io.kairos.local.explain.ExplainRequest;
import io.kairos.local.explain.PublishedRules;
import io.kairos.local.explain.RecordFiles;
import io.kairos.local.explain.RecordSource;
import io.kairos.local.explain.RecordTopics;
import io.kairos.local.explain.Telling;
import io.kairos.local.history.TopicReading;
import io.kairos.local.profiles.ReadCount;
import io.kairos.local.view.Printout;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kairos explain}: why a customer got a message, or did not. */
@Command(
    name = "explain",
    description = {
      "Tells a customer's story: events, what rules waited for, what went out and what did not,"
          + " and why.",
      "The customer's events go through the engine once more. They come from the topics of the"
          + " demo that runs on this machine, of any Kafka, or from a file."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TRIGGER-ID|CUSTOMER",
      description = "Id of a trigger or decision, sent or not; or a customer's id.")
  private String id;

  @Option(
      names = "--rule",
      paramLabel = "ID",
      description = "Of a customer: only what concerns this rule, and why it did not begin.")
  private String rule;

  @Mixin private DecisionOptions rules;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "Show nothing before this instant, as 2019-10-01T04:00:00Z.")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "End the story at this instant. Without it: at the last event of anybody.")
  private Instant to;

  @Option(names = "--json", description = "Print one JSON object for each line of the story.")
  private boolean json;

  @Mixin private HistoryOptions history;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description =
          "Where the triggers and decisions lie that came of --input: triggers.jsonl,"
              + " decisions.jsonl or the folder of them. Needed to look up a TRIGGER-ID.")
  private Path results;

  @Override
  public Integer call() throws Exception {
    Telling telling = telling();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      telling.json().forEach(line -> out.println(JsonText.encodable(line)));
    } else {
      Printout page = Printout.to(out);
      telling.lines(page.width()).forEach(page::print);
    }
    out.flush();
    return 0;
  }

  private Telling telling() throws Exception {
    requireResults();
    HistoryOptions.Found found = history.find();
    ExplainRequest.Part part =
        new ExplainRequest.Part(
            Optional.ofNullable(rule), Optional.ofNullable(from), Optional.ofNullable(to));
    StatusLine line = StatusLine.after(Duration.ofSeconds(1), spec.commandLine().getErr());
    try (StopSignal stop = StopSignal.install()) {
      ExplainRequest.Sources sources = sources(found, line, stop);
      return new Explain(
              new ExplainRequest(
                  id,
                  part,
                  found.shop(),
                  rules.source(
                      found.consent(), published(found, line, stop), found.shop().currency()),
                  sources))
          .tell();
    } finally {
      line.done();
    }
  }

  private void requireResults() {
    if (results != null && !history.isFile()) {
      throw new ParameterException(
          spec.commandLine(), "--results goes with a file: name it with --input");
    }
    if (results != null && !Files.exists(results)) {
      throw new CommandError("there is no " + results + " of --results");
    }
  }

  /** What the job of a Kafka took from the rules topic; a file has none. */
  private PublishedRules published(HistoryOptions.Found found, StatusLine line, StopSignal stop)
      throws IOException {
    Optional<TopicReading> topics =
        found
            .place()
            .open(
                (format, files) -> Optional.empty(),
                access -> Optional.of(new TopicReading(access, new ReadCount(line), stop)));
    return topics.isEmpty()
        ? PublishedRules.NONE
        : PublishedRules.read(topics.get(), rules.activationDelay(found.activationDelay()));
  }

  private ExplainRequest.Sources sources(
      HistoryOptions.Found found, StatusLine line, StopSignal stop) {
    Optional<RecordSource> records =
        found
            .place()
            .open(
                (format, files) ->
                    Optional.ofNullable(results)
                        .map(path -> new RecordFiles(path, HistoryOptions.progress(line, stop))),
                access ->
                    Optional.of(
                        new RecordTopics(new TopicReading(access, new ReadCount(line), stop))));
    return new ExplainRequest.Sources(found.events(line, stop), records);
  }
}
