package io.kairos.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A receiver as a process of its own, which keeps its log in a folder. */
final class RunningReceiver implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path folder;

  private RunningReceiver(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  static RunningReceiver start(
      Language language, TriggerTopics topics, String group, Path folder, String... more)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--bootstrap",
                topics.bootstrap(),
                "--prefix",
                topics.prefix(),
                "--group",
                group,
                "--log",
                logFile(folder).toString()));
    arguments.addAll(List.of(more));
    return new RunningReceiver(
        language.start("receive", arguments, folder.resolve("output.txt")), folder);
  }

  /** The lines that a receiver has finished. */
  static List<JsonNode> log(Path folder) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    if (Files.exists(logFile(folder))) {
      String text = Files.readString(logFile(folder));
      for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  static Path logFile(Path folder) {
    return folder.resolve("sent.jsonl");
  }

  void awaitLogged(String id) throws Exception {
    await(() -> log(folder).stream().anyMatch(line -> line.get("id").asText().equals(id)));
  }

  /** Fails if the process ends before. */
  void await(Callable<Boolean> what) throws Exception {
    long deadline = System.nanoTime() + WITHIN.toNanos();
    while (!what.call()) {
      assertThat(System.nanoTime()).as(this::output).isLessThan(deadline);
      assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).as(this::output).isFalse();
    }
  }

  /** The exit code, once the process has ended by itself. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)).as(this::output).isTrue();
    return process.exitValue();
  }

  void end(Consumer<Process> way) throws InterruptedException {
    way.accept(process);
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  String output() {
    try {
      return Files.readString(folder.resolve("output.txt"));
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
