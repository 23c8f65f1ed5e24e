package io.kairos.local;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.flink.config.KairosOptions;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.replay.Replay;
import io.kairos.local.replay.ReplayRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kairos replay}: the same job on a file, in event time, as fast as it goes. */
@Command(
    name = "replay",
    description = {
      "Runs the job on a file of events, in event time, as fast as it goes.",
      "The end of the file is not the end of time: what would be due after the last event, or"
          + " after --until, does not fire."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private FormatOptions input;

  @Option(
      names = "--consent",
      paramLabel = "CHANNEL",
      split = ",",
      defaultValue = "push,sms",
      description = "Channels that every customer of the file counts as having agreed to, or none.")
  private List<String> consent;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Rule file to use instead of the default one.")
  private Path rules;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model file of predictions, as kairos fit writes it.")
  private Path model;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "Slots of the cluster and partitions of each topic, at most 64.")
  private int parallelism;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "Leave out events and deadlines after this instant, as 2019-10-01T04:00:00Z.")
  private Instant until;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write triggers.jsonl and profiles.jsonl there.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    Path file = input.file();
    if (parallelism < 1 || parallelism > LocalStack.MOST_SLOTS) {
      throw wrong(
          "--parallelism must be from 1 to %d, but is %d"
              .formatted(LocalStack.MOST_SLOTS, parallelism));
    }
    ImportFormat known = input.format();
    GivenFile.makeFolder("--out", out);
    ReplayRequest.Run run =
        new ReplayRequest.Run(
            parallelism, consent, decisions(known.currency()), Optional.ofNullable(out));
    ReplayRequest request = new ReplayRequest(known, file, Optional.ofNullable(until), run);
    new Replay(request, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
    return 0;
  }

  /** What decides, read before the run: a mistake in it must not wait for the job. */
  private Map<String, String> decisions(String currency) {
    Map<String, String> options = new HashMap<>();
    Optional<RuleSet> given =
        GivenFile.read("--rules", rules, text -> RuleFile.parse(text, currency));
    if (given.isPresent()) {
      options.put(KairosOptions.RULES.key(), rules.toAbsolutePath().toString());
    }
    if (spec.commandLine().getParseResult().hasMatchedOption("--consent")) {
      ConsentChannels.of(consent, List.of(given.orElseGet(() -> RuleFile.defaults(currency))));
    }
    if (GivenFile.read("--model", model, ModelFile::parse).isPresent()) {
      options.put(KairosOptions.MODEL.key(), model.toAbsolutePath().toString());
    }
    return options;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
