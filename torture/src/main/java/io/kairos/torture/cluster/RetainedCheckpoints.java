package io.kairos.torture.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The checkpoints that jobs have left behind in a folder. */
record RetainedCheckpoints(Path folder) {
  private static final String PREFIX = "chk-";

  /** The last one that a job has completed; empty if there is none. */
  Optional<Path> newest(String job) throws IOException {
    if (!Files.exists(folder.resolve(job))) {
      return Optional.empty();
    }
    try (Stream<Path> inside = Files.list(folder.resolve(job))) {
      return inside
          .filter(path -> path.getFileName().toString().startsWith(PREFIX))
          .filter(path -> Files.exists(path.resolve("_metadata")))
          .max(Comparator.comparingLong(RetainedCheckpoints::number));
    }
  }

  private static long number(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
  }
}
