package io.kairos.local;

import io.kairos.local.doctor.Diagnosis;
import io.kairos.local.doctor.Doctor;
import io.kairos.local.doctor.Report;
import io.kairos.local.profiles.ReadCount;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kairos doctor}: what is wrong with an installation. */
@Command(
    name = "doctor",
    description = {
      "Looks at an installation and says what is wrong with it, and how to mend it.",
      "It reads the job's configuration file, asks the brokers it names, with the job's own login,"
          + " and puts the last records of the input topics through the job's own cleaning. It"
          + " writes nothing, joins no consumer group and commits nothing."
    },
    footer = {
      "",
      "Exit code 0 if nothing is wrong, notes and warnings aside; 1 if something is; 2 if it could"
          + " not look: the command line, the file, or no answer from the brokers."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The job's properties file, as KairosJob takes it.")
  private Path config;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many of the last records of each input topic to look at.")
  private int sample;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (!Files.isReadable(config) || Files.isDirectory(config)) {
      throw wrong("cannot read " + config + " of --config: give the job's properties file");
    } else if (sample < 1) {
      throw wrong("--sample must be at least 1");
    }
    Diagnosis diagnosis = examine();
    Report report = new Report(diagnosis);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.encodable(report.json()));
    } else {
      report.lines().forEach(out::println);
    }
    out.flush();
    return diagnosis.exitCode();
  }

  private Diagnosis examine() throws Exception {
    StatusLine line = StatusLine.after(Duration.ofSeconds(1), spec.commandLine().getErr());
    try {
      return new Doctor(sample, new ReadCount(line)).examine(config);
    } finally {
      line.done();
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
