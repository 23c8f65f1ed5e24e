package io.kairos.torture.fault;

import io.kairos.torture.cluster.Cluster;
import io.kairos.torture.cluster.SmallDisk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The disk with the state of a TaskManager that runs tasks is full for a while. It takes a small
 * disk of its own: see {@link SmallDisk}.
 */
record FillDisk(int which, Duration length) implements Fault {
  private static final int BLOCK_BYTES = 64 * 1024;

  @Override
  public boolean strike(Cluster cluster) throws IOException, InterruptedException {
    Path filler = cluster.taskManagerAtWork(which).disk().resolve("filler");
    fill(filler);
    try {
      Thread.sleep(length.toMillis());
    } finally {
      Files.deleteIfExists(filler);
    }
    return true;
  }

  private static void fill(Path filler) throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    try (OutputStream file = Files.newOutputStream(filler)) {
      while (true) {
        file.write(block);
      }
    } catch (IOException full) {
      if (Files.size(filler) == 0) {
        throw full;
      }
    }
  }
}
