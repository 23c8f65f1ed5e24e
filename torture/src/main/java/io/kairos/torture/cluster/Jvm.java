package io.kairos.torture.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How the processes' JVMs are set up: small, since many share the machine. */
final class Jvm {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

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

  private Jvm() {}

  /**
   * The command of a main class on this JVM's own class path, which ends with this JVM.
   *
   * @param heapMebibytes the most memory for Java's heap
   * @param logging a configuration of log4j
   */
  static List<String> tethered(int heapMebibytes, Path logging, String main, List<String> args) {
    List<String> command = new ArrayList<>(small(heapMebibytes));
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.add("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
    command.add("-Dlog4j.configurationFile=" + logging.toUri());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Tethered.class.getName(), main));
    command.addAll(args);
    return command;
  }

  /** The beginning of a command: java and its limits. */
  static List<String> small(int heapMebibytes) {
    return Stream.of(
            JAVA,
            "-Xmx" + heapMebibytes + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError")
        .toList();
  }
}
