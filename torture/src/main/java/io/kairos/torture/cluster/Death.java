package io.kairos.torture.cluster;

import java.nio.file.Path;

/**
 * The end of a process that nobody asked to end.
 *
 * @param process its name
 * @param log of the start that ended
 */
public record Death(String process, int exitCode, Path log) {

  static Death of(Daemon daemon) {
    return new Death(daemon.name(), daemon.exitCode(), daemon.log());
  }

  @Override
  public String toString() {
    return "%s ended by itself with exit code %d: see %s".formatted(process, exitCode, log);
  }
}
