package io.kairos.local.kafka;

import io.kairos.local.FolderTree;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A Kafka broker of its own for one run: free ports on the loopback interface, data in a folder
 * that {@link #close()} deletes.
 */
public final class LocalKafka implements Closeable {

  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final int QUOTED_LINES = 15;

  private final BrokerProcess process;
  private final Path folder;
  private final String bootstrapServers;

  private LocalKafka(BrokerProcess process, Path folder, String bootstrapServers) {
    this.process = process;
    this.folder = folder;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker and returns when it serves clients, after 2 to 4 seconds.
   *
   * @param workDir an existing folder; the broker's own is created in it
   * @throws IOException if the broker is not built, ends, or is not ready within a minute; quotes
   *     the last lines of its log
   */
  public static LocalKafka start(Path workDir) throws IOException, InterruptedException {
    return start(workDir, BrokerJars.locate(), Optional.empty());
  }

  /** The same with more settings of the broker, from a properties file. */
  static LocalKafka start(Path workDir, Path settings) throws IOException, InterruptedException {
    return start(workDir, BrokerJars.locate(), Optional.of(settings));
  }

  static LocalKafka start(Path workDir, BrokerJars jars, Optional<Path> settings)
      throws IOException, InterruptedException {
    String classPath = jars.classPath();
    Path folder = Files.createTempDirectory(workDir, "kafka-");
    Path log = folder.resolve("broker.log");
    BrokerProcess process = BrokerProcess.start(classPath, folder, log, settings);
    try {
      return new LocalKafka(process, folder, process.awaitReady(READY_WITHIN));
    } catch (IOException e) {
      process.stop();
      IOException quoted = new IOException(e.getMessage() + tail(log), e);
      FolderTree.delete(folder);
      throw quoted;
    } catch (InterruptedException e) {
      process.stop();
      FolderTree.delete(folder);
      throw e;
    }
  }

  /** The address for clients, as host:port. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** The broker's process. */
  public ProcessHandle process() {
    return process.handle();
  }

  /** The folder with the broker's data and log; gone after {@link #close()}. */
  public Path folder() {
    return folder;
  }

  /** Stops the broker, within 5 seconds, and deletes its folder. */
  @Override
  public void close() throws IOException {
    process.stop();
    FolderTree.delete(folder);
  }

  private static String tail(Path log) throws IOException {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      List<String> last = lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size());
      return last.isEmpty() ? "" : "\n  " + String.join("\n  ", last);
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
