package io.kairos.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;

/** What a benchmark ran on, and when. */
public record Machine(List<String> lines) {
  private static final Path CPU = Path.of("/proc/cpuinfo");

  /** As it is now. */
  public static Machine now() throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    String version = Machine.class.getPackage().getImplementationVersion();
    return new Machine(
        List.of(
            "%s, %d cores, %d GiB; load %s at the start"
                .formatted(
                    cpu(),
                    system.getAvailableProcessors(),
                    Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                    String.format(Locale.ROOT, "%.2f", system.getSystemLoadAverage())),
            "%s %s, Java %s".formatted(system.getName(), system.getVersion(), Runtime.version()),
            "Kairos %s, Flink %s, Kafka clients %s"
                .formatted(
                    version == null ? "(unpackaged)" : version,
                    EnvironmentInformation.getVersion(),
                    AppInfoParser.getVersion()),
            "begun " + Instant.now().truncatedTo(ChronoUnit.SECONDS)));
  }

  /** What results must share to be put beside each other: all but the load and the instant. */
  public String name() {
    String shape = lines.get(0);
    int load = shape.indexOf(';');
    return String.join(
        ", ", load < 0 ? shape : shape.substring(0, load), lines.get(1), lines.get(2));
  }

  private static String cpu() throws IOException {
    if (!Files.exists(CPU)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(CPU)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }
}
