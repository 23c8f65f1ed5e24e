package io.kairos.local;

import io.kairos.engine.profile.Shop;
import io.kairos.flink.config.KairosOptions;
import io.kairos.local.demo.DemoNote;
import io.kairos.local.history.EventSource;
import io.kairos.local.history.FileEvents;
import io.kairos.local.history.Timeliness;
import io.kairos.local.history.TopicEvents;
import io.kairos.local.history.TopicReading;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.imports.ImportProgress;
import io.kairos.local.profiles.ReadCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the history of customers is read from: files of events, or the input topics of a Kafka. */
final class HistoryOptions {
  /** As a replay assumes it, of customers who never say a word. */
  private static final Set<String> CONSENT_OF_FILES = Set.of("push", "sms");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private ReadingOptions reading;

  @Mixin private KafkaOptions kafka;

  @Mixin private TimelinessOptions timeliness;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = FormatOptions.Formats.class,
      description = "Of the files: one of ${COMPLETION-CANDIDATES}.")
  private String format;

  @Option(
      names = "--input",
      paramLabel = "FILE-OR-DIR",
      description =
          "Read a file of events instead of Kafka, or every file of a folder; may end in .gz."
              + " Needs --format.")
  private Path input;

  /**
   * A history.
   *
   * @param consent channels on which its customers count as having agreed, if nothing else is said
   * @param activationDelay of the rules of the job there
   * @param timeliness of the job there
   * @param description one sentence about what is read
   */
  record Found(
      HistoryPlace place,
      Shop shop,
      Set<String> consent,
      Duration activationDelay,
      Timeliness timeliness,
      String description) {

    /** All events of a customer. */
    EventSource events(StatusLine line, StopSignal stop) {
      return place.open(
          (format, files) -> new FileEvents(format, files, progress(line, stop)),
          access ->
              new TopicEvents(
                  new TopicReading(access, new ReadCount(line), stop), shop, timeliness));
    }
  }

  /** Shows how much of a file is read, and ends the reading when that is asked for. */
  static ImportProgress progress(StatusLine line, StopSignal stop) {
    return (read, total) -> {
      stop.throwIfRequested();
      if (line.isDue()) {
        line.show("Reading the file: %d %%".formatted(total == 0 ? 100 : 100 * read / total));
      }
    };
  }

  /** Whether files are read. */
  boolean isFile() {
    return input != null;
  }

  /**
   * What the options name, else the input topics of the newest running demo; says which on the
   * error stream.
   *
   * @throws ParameterException if the options contradict each other
   * @throws CommandError if it cannot be read, or nothing is named and no demo runs
   */
  Found find() throws IOException {
    return find(List.of());
  }

  /** The same, with more files and folders than the one of {@code --input}. */
  Found find(List<Path> more) throws IOException {
    List<Path> given = new ArrayList<>(more);
    if (input != null) {
      given.add(input);
    }
    return given.isEmpty() ? topics() : files(given);
  }

  private Found files(List<Path> given) throws IOException {
    if (kafka.areGiven()) {
      throw wrong("read files or Kafka: the options of Kafka do not go with a file");
    }
    if (timeliness.areGiven()) {
      throw wrong("no event of a file is late: --lateness and --future-tolerance go with Kafka");
    }
    if (format == null) {
      throw wrong("say with --format what the file is: " + String.join(", ", ImportFormat.names()));
    }
    ImportFormat known = reading.format(format);
    List<Path> all = new ArrayList<>();
    for (Path path : given) {
      all.addAll(filesOf(path));
    }
    return new Found(
        HistoryPlace.files(known, all),
        new Shop(known.currency(), known.zone()),
        CONSENT_OF_FILES,
        Duration.ZERO,
        Timeliness.USUAL,
        known.description());
  }

  /** The files of a folder by name, hidden ones left out; a file is its own. */
  private static List<Path> filesOf(Path path) throws IOException {
    if (!Files.isReadable(path)) {
      throw new CommandError("cannot read " + path + ": give the path of a file of events");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      List<Path> files = inside.filter(HistoryOptions::isPlain).sorted().toList();
      if (files.isEmpty()) {
        throw new CommandError("no file of events in the folder " + path);
      }
      return files;
    }
  }

  private static boolean isPlain(Path path) {
    return Files.isRegularFile(path) && !path.getFileName().toString().startsWith(".");
  }

  private Found topics() throws IOException {
    if (format != null || reading.hasColumns()) {
      throw wrong("--format and --columns go with files: name one with --input");
    }
    KafkaOptions.Found found = kafka.find(" or a file with --format and --input");
    ZoneId zone =
        reading
            .zone()
            .or(() -> found.demo().map(DemoNote::zone))
            .orElseGet(() -> ZoneId.of(KairosOptions.TIME_ZONE.defaultValue()));
    return new Found(
        HistoryPlace.topics(found.access()),
        new Shop(reading.currency(), zone),
        Set.of(),
        found.activationDelay(),
        timeliness.timeliness(),
        "All that the topics hold; what arrived later than its time counts as the job counts it.");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
