package io.kairos.local;

import io.kairos.local.export.Export;
import io.kairos.local.export.ExportReport;
import io.kairos.local.export.ExportRequest;
import io.kairos.local.export.ExportTopic;
import io.kairos.local.export.RecordFile;
import io.kairos.local.export.RecordSource;
import io.kairos.local.export.RecordTopic;
import io.kairos.local.export.RowSink;
import io.kairos.local.export.WholeFile;
import io.kairos.local.profiles.ReadCount;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kairos export}: what the job wrote, as a table. */
@Command(
    name = "export",
    description = {
      "Writes triggers, decisions or profiles as a table, CSV or Parquet.",
      "They come from the topics of the demo that runs on this machine, of any Kafka, or from a"
          + " file of a replay. A trigger or decision that was repeated is there once, and of each"
          + " customer the last profile."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private KafkaOptions kafka;

  @Mixin private RowOptions rows;

  @Mixin private TableOptions table;

  @Parameters(
      paramLabel = "WHAT",
      converter = EnumText.Topic.class,
      description = "triggers, decisions or profiles.")
  private ExportTopic topic;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "Read JSON lines, as a replay writes them, instead of Kafka; may end in .gz.")
  private Path input;

  private final OutputStream standardOutput;

  ExportCommand() {
    this(new StandardOutput());
  }

  /**
   * @param standardOutput takes the bytes of a table without --out
   */
  ExportCommand(OutputStream standardOutput) {
    this.standardOutput = standardOutput;
  }

  @Override
  public Integer call() throws Exception {
    ExportRequest request = rows.of(topic);
    table.check();
    Opening source = source();
    Optional<Path> file = table.file();
    ExportReport report =
        file.isPresent() ? toFile(request, source, file.get()) : toOutput(request, source);
    report.leftOut().ifPresent(what -> say("kairos: " + what));
    return 0;
  }

  /** Opens what is to be read. */
  private interface Opening {
    RecordSource open(ReadCount count, StopSignal stop) throws IOException;
  }

  private Opening source() throws IOException {
    if (input != null) {
      requireInput();
      return (count, stop) -> RecordFile.open(input, topic, count, stop);
    }
    KafkaOptions.Found found = kafka.find(" or a file with --input");
    return (count, stop) -> RecordTopic.open(found.access(), topic, count, stop);
  }

  private void requireInput() throws IOException {
    if (kafka.areGiven()) {
      throw wrong("--input reads a file: give it without the options of Kafka");
    }
    GivenFile.requireReadable(input, "--input", "a file of " + topic + " as JSON lines");
    Optional<Path> file = table.file().filter(Files::exists);
    if (file.isPresent() && Files.isSameFile(file.get(), input)) {
      throw wrong("--out would write over the file of --input: give another name");
    }
  }

  private ExportReport toFile(ExportRequest request, Opening source, Path path) throws IOException {
    ExportReport report;
    try (StopSignal stop = StopSignal.install();
        WholeFile file = WholeFile.create(path)) {
      report = run(request, source, table.sink(topic.schema(), file.out()), stop);
      file.commit();
    }
    say(String.format(Locale.ROOT, "Wrote %,d %s to %s", report.rows(), topic, path));
    return report;
  }

  private ExportReport toOutput(ExportRequest request, Opening source) throws IOException {
    try (StopSignal stop = StopSignal.install()) {
      ExportReport report = run(request, source, table.sink(topic.schema(), standardOutput), stop);
      if (report.rows() == 0) {
        say("kairos: there are no such " + topic);
      }
      return report;
    } catch (StandardOutput.ReaderGone enough) {
      return ExportReport.NONE;
    }
  }

  private ExportReport run(ExportRequest request, Opening opening, RowSink sink, StopSignal stop)
      throws IOException {
    StatusLine line = StatusLine.after(Duration.ofSeconds(1), spec.commandLine().getErr());
    try (RecordSource source = opening.open(new ReadCount(line), stop)) {
      return new Export(request, line, stop).run(source, sink);
    } finally {
      line.done();
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void say(String text) {
    spec.commandLine().getErr().println(text);
    spec.commandLine().getErr().flush();
  }
}
