package io.kairos.local.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The broker's JVM. It lives no longer than this one: its standard input is a pipe from here, and
 * it ends when the pipe does.
 */
final class BrokerProcess {

  private static final String READY = "READY ";
  private static final Duration STOP_WITHIN = Duration.ofSeconds(4);

  /** Ctrl-C reaches every process of the terminal; the broker must outlive the job that uses it. */
  private static final String IGNORE_CTRL_C = "trap '' INT; exec \"$0\" \"$@\"";

  private final Process process;
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  private BrokerProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts the JVM; it is not ready yet.
   *
   * @param classPath the broker's own
   * @param folder receives data, log and temporary files
   * @param log receives what the JVM says on standard error, too
   * @param settings a file with more settings of the broker; empty for none
   */
  static BrokerProcess start(String classPath, Path folder, Path log, Optional<Path> settings)
      throws IOException {
    List<String> command = new ArrayList<>(command(classPath, folder, log));
    settings.ifPresent(file -> command.add(file.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    BrokerProcess broker = new BrokerProcess(process);
    Thread reader = new Thread(broker::readOutput, "read-broker");
    reader.setDaemon(true);
    reader.start();
    return broker;
  }

  private static List<String> command(String classPath, Path folder, Path log) {
    return List.of(
        "/bin/sh",
        "-c",
        IGNORE_CTRL_C,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-Djava.io.tmpdir=" + folder,
        "-Dkairos.broker.log=" + log,
        "-cp",
        classPath,
        "io.kairos.broker.BrokerMain",
        folder.resolve("data").toString(),
        Integer.toString(FreePorts.next()),
        Integer.toString(FreePorts.next()));
  }

  /** Reads on after the ready line, since a full pipe would block the broker. */
  private void readOutput() {
    try (BufferedReader lines = process.inputReader()) {
      lines
          .lines()
          .filter(line -> line.startsWith(READY))
          .forEach(line -> ready.complete(line.substring(READY.length())));
      ready.completeExceptionally(new IOException("the Kafka broker ended before it was ready"));
    } catch (IOException | UncheckedIOException e) {
      ready.completeExceptionally(e);
    }
  }

  /**
   * Waits for the ready line.
   *
   * @return the address for clients, as host:port
   * @throws IOException if the broker ended, or was not ready in time
   */
  String awaitReady(Duration timeout) throws IOException, InterruptedException {
    try {
      return ready.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IOException(
          "the Kafka broker was not ready within " + timeout.toSeconds() + " s", e);
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks the broker to end, and ends it if it does not within {@link #STOP_WITHIN}. */
  void stop() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
