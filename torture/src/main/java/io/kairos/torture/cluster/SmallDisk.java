package io.kairos.torture.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small file system in memory over a folder, in a mount namespace of a process that ends with it.
 * It takes the right to mount, which root in a container often has not.
 */
public final class SmallDisk {
  private static final int MEBIBYTES = 64;
  private static final int TRIED_WITHIN_SECONDS = 10;

  /** $0 is the folder, the rest the command. */
  private static final String MOUNT =
      "mount -t tmpfs -o size=" + MEBIBYTES + "m kairos-torture \"$0\" && exec \"$@\"";

  private SmallDisk() {}

  /** Whether this machine allows it: it is tried once, with a command that does nothing. */
  public static boolean isPossible() {
    return Trial.SUCCEEDED;
  }

  /** The command that runs another one with a small disk over a folder. */
  static List<String> over(Path folder, List<String> command) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("unshare", "--mount", "/bin/sh", "-c", MOUNT, folder.toString()));
    all.addAll(command);
    return all;
  }

  private static final class Trial {
    private static final boolean SUCCEEDED = succeeds();

    private static boolean succeeds() {
      try {
        Path folder = Files.createTempDirectory("kairos-torture");
        try {
          return exitsWell(over(folder, List.of("/bin/true")));
        } finally {
          Files.delete(folder);
        }
      } catch (IOException e) {
        return false;
      }
    }

    private static boolean exitsWell(List<String> command) throws IOException {
      Process trial =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return trial.waitFor(TRIED_WITHIN_SECONDS, TimeUnit.SECONDS) && trial.exitValue() == 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } finally {
        trial.destroyForcibly();
      }
    }
  }
}
