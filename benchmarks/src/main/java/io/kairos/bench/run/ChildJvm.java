package io.kairos.bench.run;

import io.kairos.bench.contract.Backend;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a contender's JVM is set up: alike for all, but for the heap of those who keep state there.
 */
public final class ChildJvm {
  /** What Flink asks for on Java 17 and later. */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.text",
          "java.time",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks");

  private ChildJvm() {}

  /** The command without class path, main class and arguments. */
  public static Stream<String> command(
      Backend backend, Path samples, Path log, List<String> topics) {
    Stream<String> fixed =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms2g",
            heap(backend),
            "-XX:+UseG1GC",
            "-XX:-UseDynamicNumberOfCompilerThreads",
            "-XX:+ExitOnOutOfMemoryError",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "-Dkairos.bench.samples=" + samples,
            "-Dkairos.bench.topics=" + String.join(",", topics),
            "-Dkairos.log=" + log,
            "-Dlog.file=" + log);
    return Stream.concat(
        fixed, OPENED.stream().map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED"));
  }

  /** As text for people. */
  static String heap(Backend backend) {
    return switch (backend) {
      case ROCKSDB -> "-Xmx2g";
      case HEAP -> "-Xmx6g";
    };
  }
}
