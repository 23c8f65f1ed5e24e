package io.kairos.examples;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A language that examples are written in, and how this machine runs it. */
enum Language {
  JAVA {
    @Override
    List<String> command(String program) {
      String name = program.equals("receive") ? "Receiver" : "Sender";
      return List.of(
          ProcessHandle.current().info().command().orElse("java"),
          "-Xmx128m",
          "-cp",
          System.getProperty("java.class.path"),
          "io.kairos.examples." + name);
    }
  },
  PYTHON {
    @Override
    List<String> command(String program) throws IOException, InterruptedException {
      Optional<String> python = python();
      assumeThat(python)
          .as("a python3 with confluent_kafka and avro: see docs/consuming-triggers.md")
          .isPresent();
      return List.of(
          python.orElseThrow(), EXAMPLES.resolve("python/" + program + ".py").toString());
    }
  },
  NODE {
    @Override
    List<String> command(String program) throws IOException, InterruptedException {
      assumeThat(runs(List.of("node", "--version")) && Files.exists(MODULES))
          .as("node, and npm ci in examples/node: see docs/consuming-triggers.md")
          .isTrue();
      return List.of("node", EXAMPLES.resolve("node/" + program + ".js").toString());
    }
  };

  private static final Path EXAMPLES = Path.of("..").toAbsolutePath().normalize();
  private static final Path MODULES = EXAMPLES.resolve("node/node_modules/kafkajs");

  /** The command of an example: receive or send. Aborts the test where the language is missing. */
  abstract List<String> command(String program) throws IOException, InterruptedException;

  Process start(String program, List<String> arguments, Path output)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(command(program));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
  }

  /** Debian's own python has Debian's packages, also where another one comes first. */
  private static Optional<String> python() throws IOException, InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (runs(List.of(python, "-c", "import avro, confluent_kafka"))) {
        return Optional.of(python);
      }
    }
    return Optional.empty();
  }

  private static boolean runs(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
