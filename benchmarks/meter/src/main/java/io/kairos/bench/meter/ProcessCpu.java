package io.kairos.bench.meter;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU time of this process, and what of it the compiler's and the collector's threads have used:
 * from Linux' {@code /proc}. The JVM must keep all compiler threads, or what one used that ended
 * counts as work: {@code -XX:-UseDynamicNumberOfCompilerThreads}.
 */
public final class ProcessCpu {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int READINGS_A_LOOK = 10;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private List<Task> compilers = List.of();
  private List<Task> collectors = List.of();
  private int readings;

  private ProcessCpu() {}

  /**
   * Ready to read.
   *
   * @throws IOException where there is no {@code /proc}
   */
  public static ProcessCpu open() throws IOException {
    ProcessCpu cpu = new ProcessCpu();
    cpu.read();
    return cpu;
  }

  /**
   * @param totalNanos of all threads
   * @param compilerNanos of those that compile
   * @param gcNanos of those that collect garbage
   */
  public record Reading(long totalNanos, long compilerNanos, long gcNanos) {

    /** Of all threads but those that compile. */
    public long workedNanos() {
      return totalNanos - compilerNanos;
    }
  }

  /** Now; for one thread at a time. */
  public Reading read() throws IOException {
    // Which threads there are changes seldom, and asking for their names costs.
    if (readings++ % READINGS_A_LOOK == 0) {
      look();
    }
    long total = system.getProcessCpuTime();
    return new Reading(total, sum(compilers), sum(collectors));
  }

  /** The most memory that this process ever held; 0 if the system does not tell. */
  static long maxRssBytes() throws IOException {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }

  private void look() throws IOException {
    List<Task> all;
    try (Stream<Path> tasks = Files.list(TASKS)) {
      all = tasks.map(Task::of).toList();
    }
    compilers = all.stream().filter(Task::compiles).toList();
    collectors = all.stream().filter(Task::collects).toList();
  }

  private static long sum(List<Task> tasks) {
    return tasks.stream().mapToLong(Task::cpuNanos).sum();
  }
}
