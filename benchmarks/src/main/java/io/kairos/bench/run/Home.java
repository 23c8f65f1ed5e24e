package io.kairos.bench.run;

import io.kairos.bench.input.InputStore;
import io.kairos.local.CommandError;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where things are.
 *
 * @param benchmarks the folder of the module
 * @param work takes inputs, states, logs and results
 */
public record Home(Path benchmarks, Path work) {
  private static final String PROPERTY = "kairos.bench.home";

  /** As the {@code kairos} script says, else from the project's root. */
  public static Home locate() {
    Path benchmarks = Path.of(System.getProperty(PROPERTY, "benchmarks")).toAbsolutePath();
    return new Home(benchmarks, benchmarks.resolve("target").resolve("bench"));
  }

  /**
   * Nobody else's until it is closed: two at once would write the same inputs, and each would slow
   * the other.
   *
   * @throws CommandError if another benchmark has it
   */
  public Closeable claim() throws IOException {
    Files.createDirectories(work);
    FileChannel channel =
        FileChannel.open(
            work.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isFree(channel)) {
      channel.close();
      throw new CommandError(
          "another benchmark is at work in " + work + ": wait until it ends, or stop it");
    }
    return channel;
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ownProcess) {
      return false;
    }
  }

  /** The inputs that were written once. */
  public InputStore inputs() {
    return new InputStore(work().resolve("input"));
  }

  /** Of all benchmarks. */
  public ResultFile results() {
    return new ResultFile(work().resolve("results.jsonl"));
  }

  /** The class path of a contender's process, or what is missing to have it. */
  public String classPath(Contender contender) {
    Path target = benchmarks.resolve(contender.module()).normalize().resolve("target");
    if (!Files.isDirectory(target.resolve("lib"))) {
      throw new IllegalArgumentException("not built: there is no " + target.resolve("lib"));
    }
    return target.resolve("*") + File.pathSeparator + target.resolve("lib").resolve("*");
  }
}
