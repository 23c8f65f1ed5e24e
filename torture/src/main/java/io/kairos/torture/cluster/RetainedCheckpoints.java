package io.kairos.torture.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The checkpoints that jobs have left behind in a folder. */
record RetainedCheckpoints(Path folder) {
  private static final String PREFIX = "chk-";

  /**
   * The last one that a job has completed.
   *
   * @throws IOException if there is none
   */
  Path newest(String job) throws IOException {
    try (Stream<Path> inside = Files.list(folder.resolve(job))) {
      return inside
          .filter(path -> path.getFileName().toString().startsWith(PREFIX))
          .filter(path -> Files.exists(path.resolve("_metadata")))
          .max(Comparator.comparingLong(RetainedCheckpoints::number))
          .orElseThrow(() -> new IOException("no completed checkpoint in " + folder.resolve(job)));
    }
  }

  private static long number(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
  }
}
