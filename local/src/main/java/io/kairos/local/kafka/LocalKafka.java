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
 * that {@link #close()} deletes, unless it was started to keep it.
 */
public final class LocalKafka implements Closeable {

  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final int QUOTED_LINES = 15;

  private final BrokerProcess process;
  private final Path folder;
  private final AtEnd atEnd;
  private final String bootstrapServers;

  private LocalKafka(BrokerProcess process, Path folder, AtEnd atEnd, String bootstrapServers) {
    this.process = process;
    this.folder = folder;
    this.atEnd = atEnd;
    this.bootstrapServers = bootstrapServers;
  }

  /** What becomes of the folder. */
  private enum AtEnd {
    DELETE,
    KEEP
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

  /**
   * Starts a broker on the data that another one has left in a folder, and leaves it there for the
   * next.
   *
   * @param folder an existing folder that no broker runs on; empty for the first
   * @throws IOException as {@link #start(Path)}
   */
  public static LocalKafka keep(Path folder) throws IOException, InterruptedException {
    return start(BrokerJars.locate().classPath(), folder, AtEnd.KEEP, Optional.empty());
  }

  /** The same with more settings of the broker, from a properties file. */
  static LocalKafka start(Path workDir, Path settings) throws IOException, InterruptedException {
    return start(workDir, BrokerJars.locate(), Optional.of(settings));
  }

  static LocalKafka start(Path workDir, BrokerJars jars, Optional<Path> settings)
      throws IOException, InterruptedException {
    String classPath = jars.classPath();
    Path folder = Files.createTempDirectory(workDir, "kafka-");
    return start(classPath, folder, AtEnd.DELETE, settings);
  }

  private static LocalKafka start(
      String classPath, Path folder, AtEnd atEnd, Optional<Path> settings)
      throws IOException, InterruptedException {
    Path log = folder.resolve("broker.log");
    BrokerProcess process = BrokerProcess.start(classPath, folder, log, settings);
    try {
      return new LocalKafka(process, folder, atEnd, process.awaitReady(READY_WITHIN));
    } catch (IOException e) {
      process.stop();
      IOException quoted = new IOException(e.getMessage() + tail(log), e);
      end(folder, atEnd);
      throw quoted;
    } catch (InterruptedException e) {
      process.stop();
      end(folder, atEnd);
      throw e;
    }
  }

  private static void end(Path folder, AtEnd atEnd) throws IOException {
    if (atEnd == AtEnd.DELETE) {
      FolderTree.delete(folder);
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

  /** The folder with the broker's data and log; gone after {@link #close()} unless it is kept. */
  public Path folder() {
    return folder;
  }

  /** Stops the broker, within 5 seconds, and deletes its folder unless it is kept. */
  @Override
  public void close() throws IOException {
    process.stop();
    end(folder, atEnd);
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
