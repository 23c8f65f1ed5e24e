package io.kairos.torture.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a cluster keeps things.
 *
 * @param folder holds everything; exists
 */
public record ClusterHome(Path folder) {
  private static final String LOGGING =
      """
      rootLogger.level = INFO
      rootLogger.appenderRef.out.ref = out
      appender.out.type = Console
      appender.out.name = out
      appender.out.layout.type = PatternLayout
      appender.out.layout.pattern = %d{HH:mm:ss,SSS} %-5p %c{1.} - %m%n
      logger.kafka.name = org.apache.kafka.clients
      logger.kafka.level = WARN
      """;

  /** What the processes print. */
  public Path logs() {
    return folder.resolve("log");
  }

  /** Flink's settings. */
  Path conf() {
    return folder.resolve("conf");
  }

  /** How the processes log. */
  Path logging() {
    return folder.resolve("log4j.properties");
  }

  /** The options of the job. */
  Path jobOptions() {
    return folder.resolve("kairos.properties");
  }

  /** Takes savepoints. */
  Path savepoints() {
    return folder.resolve("savepoints");
  }

  /** Takes checkpoints, of every deployment. */
  Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** Takes what a process keeps while it lives. */
  Path temporary(Daemon daemon) {
    return folder.resolve(daemon.name() + "-tmp");
  }

  /** Makes the folders that processes take for granted. */
  void layOut() throws IOException {
    Files.createDirectories(logs());
    Files.createDirectories(savepoints());
    Files.createDirectories(checkpoints());
    Files.writeString(logging(), LOGGING);
  }
}
