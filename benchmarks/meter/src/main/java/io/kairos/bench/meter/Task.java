package io.kairos.bench.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A thread as Linux sees it.
 *
 * @param folder its folder below {@code /proc/self/task}
 * @param name cut to 15 characters by Linux; empty if the thread has ended
 */
record Task(Path folder, String name) {
  /** Linux counts CPU time for {@code /proc} in these, on every platform that Java runs on. */
  private static final long NANOS_A_TICK = 10_000_000;

  static Task of(Path folder) {
    return new Task(folder, content(folder.resolve("comm")).strip());
  }

  boolean compiles() {
    return name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler");
  }

  boolean collects() {
    return name.startsWith("GC Thread") || name.startsWith("G1 ");
  }

  /** CPU time so far, user and system; 0 if the thread has ended. */
  long cpuNanos() {
    return cpuNanos(content(folder.resolve("stat")));
  }

  /**
   * @param stat the content of the thread's file {@code stat}: see proc(5). The name stands in
   *     parentheses and may hold blanks
   */
  static long cpuNanos(String stat) {
    if (stat.isEmpty()) {
      return 0;
    }
    String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return NANOS_A_TICK * (Long.parseLong(afterName[11]) + Long.parseLong(afterName[12]));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException ended) {
      return "";
    }
  }
}
