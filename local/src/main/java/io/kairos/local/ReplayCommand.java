package io.kairos.local;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.RuleFile;
import io.kairos.flink.config.KairosOptions;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.replay.Replay;
import io.kairos.local.replay.ReplayRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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

  /** More on one machine only takes its memory. */
  private static final int MOST_SLOTS = 64;

  @Spec private CommandSpec spec;

  @Mixin private FormatOptions input;

  @Option(
      names = "--consent",
      paramLabel = "CHANNEL",
      split = ",",
      defaultValue = "push,sms",
      description = "Channels that every customer of the file counts as having agreed to.")
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
      description = "Slots of the cluster and partitions of each topic.")
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
    if (parallelism < 1 || parallelism > MOST_SLOTS) {
      throw wrong(
          "--parallelism must be from 1 to %d, but is %d".formatted(MOST_SLOTS, parallelism));
    }
    ImportFormat known = input.format();
    makeFolder();
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
    readable("--rules", rules, text -> RuleFile.parse(text, currency))
        .ifPresent(file -> options.put(KairosOptions.RULES.key(), file));
    readable("--model", model, ModelFile::parse)
        .ifPresent(file -> options.put(KairosOptions.MODEL.key(), file));
    return options;
  }

  private Optional<String> readable(String option, Path file, Consumer<String> parse) {
    if (file == null) {
      return Optional.empty();
    }
    try {
      parse.accept(Files.readString(file));
      return Optional.of(file.toAbsolutePath().toString());
    } catch (IOException unreadable) {
      throw new CommandError("cannot read the file " + file + " of " + option, unreadable);
    } catch (IllegalArgumentException wrong) {
      throw new CommandError(
          "%s of %s is wrong: %s".formatted(file, option, wrong.getMessage()), wrong);
    }
  }

  /** Finds out before the run, not after it, that there is no place for the results. */
  private void makeFolder() {
    if (out == null) {
      return;
    }
    try {
      Files.createDirectories(out);
    } catch (IOException impossible) {
      throw new CommandError("cannot make the folder " + out + " of --out", impossible);
    }
    if (!Files.isWritable(out)) {
      throw new CommandError("cannot write to the folder " + out + " of --out");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
