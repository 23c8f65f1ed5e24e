package io.kairos.deploy;

import io.kairos.local.kafka.FreePorts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A plain Flink cluster on the loopback interface, as the scripts under test see one: a
 * distribution, settings that differ from the shipped ones where a test must, and ZooKeeper.
 * Processes end with the test, even if it is killed.
 */
final class StandaloneCluster implements Closeable {
  private static final Path SHIPPED = Path.of("standalone").toAbsolutePath();
  private static final Path JARS = Path.of("flink/target/lib").toAbsolutePath();
  private static final long SCRIPT_SECONDS = 420;
  private static final String HOST = "127.0.0.1";

  private final Path folder;
  private final Path conf;
  private final List<String> masters;
  private final StandaloneZooKeeper zooKeeper;

  /** What a script said, and how it ended. */
  record Answer(int exitCode, String text) {}

  private StandaloneCluster(Path folder, List<String> masters, StandaloneZooKeeper zooKeeper) {
    this.folder = folder;
    this.conf = folder.resolve("conf");
    this.masters = masters;
    this.zooKeeper = zooKeeper;
  }

  /**
   * Lays out the distribution and starts ZooKeeper.
   *
   * @param jobManagers how many there are to be; one leads
   * @param taskManagers how many there are to be
   * @param more Flink's settings beside those of a test, or other ones
   */
  static StandaloneCluster create(
      Path folder, int jobManagers, int taskManagers, Map<String, String> more) throws IOException {
    List<String> masters =
        Stream.generate(() -> HOST + ":" + FreePorts.next()).limit(jobManagers).toList();
    StandaloneZooKeeper zooKeeper = StandaloneZooKeeper.start(JARS, folder.resolve("zookeeper"));
    StandaloneCluster cluster = new StandaloneCluster(folder, masters, zooKeeper);
    cluster.layOutDistribution();
    cluster.writeSettings(taskManagers, more);
    return cluster;
  }

  private void layOutDistribution() throws IOException {
    Path flink = Files.createDirectories(folder.resolve("flink"));
    Files.createSymbolicLink(flink.resolve("lib"), JARS);
    Files.createSymbolicLink(
        flink.resolve("bin"), Path.of("src/test/resources/flink/bin").toAbsolutePath());
  }

  private void writeSettings(int taskManagers, Map<String, String> more) throws IOException {
    Files.createDirectories(conf);
    Files.copy(SHIPPED.resolve("conf/log4j.properties"), conf.resolve("log4j.properties"));
    Files.write(conf.resolve("masters"), masters);
    Files.write(conf.resolve("workers"), Stream.generate(() -> HOST).limit(taskManagers).toList());
    Files.writeString(
        conf.resolve("cluster.env"),
        """
        FLINK_HOME=%1$s/flink
        KAIROS_RELEASES=%1$s/releases
        KAIROS_RUN=%1$s/run
        KAIROS_LOG=%1$s/log
        KAIROS_START_WITHIN=200
        KAIROS_STOP_WITHIN=100
        KAIROS_END_WITHIN=10
        """
            .formatted(folder));
    Map<String, Object> flink = StandaloneSettings.shipped();
    flink.putAll(StandaloneSettings.ofATest(folder, zooKeeper.address()));
    flink.putAll(more);
    List<String> lines = new ArrayList<>();
    flink.forEach((key, value) -> lines.add("\"" + key + "\": \"" + value + "\""));
    Files.write(conf.resolve("config.yaml"), lines);
  }

  /** Writes the job's options. Its salt is a secret, and stands in a file of its own. */
  StandaloneCluster withJobOptions(Map<String, String> options) throws IOException {
    Path secrets = conf.resolve("secrets.properties");
    Files.writeString(secrets, "key-salt=of a test\n");
    List<String> lines = new ArrayList<>();
    lines.add("profile.key-salt=${file:" + secrets + ":key-salt}");
    options.forEach((key, value) -> lines.add(key + "=" + value));
    Files.write(conf.resolve("kairos.properties"), lines);
    return this;
  }

  /** Puts the TaskManagers on a host that is reached by a command. */
  StandaloneCluster withWorkerBehind(String host, Path command) throws IOException {
    Files.write(conf.resolve("workers"), List.of(host));
    Files.writeString(
        conf.resolve("cluster.env"), "KAIROS_SSH=" + command + "\n", StandardOpenOption.APPEND);
    return this;
  }

  /** Runs one of the scripts to its end. */
  Answer run(String script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(SHIPPED.resolve("bin").resolve(script).toString());
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile(folder, script, ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("KAIROS_CONF", conf.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("KAIROS_TEST_PID", Long.toString(ProcessHandle.current().pid()));
    long begin = System.nanoTime();
    Process process = builder.start();
    if (!process.waitFor(SCRIPT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(script + " hangs: " + Files.readString(said));
    }
    String text = Files.readString(said);
    System.out.printf(
        "%s %s: exit code %d after %.1f s%n%s",
        script,
        String.join(" ", arguments),
        process.exitValue(),
        (System.nanoTime() - begin) / 1e9,
        text.indent(4));
    return new Answer(process.exitValue(), text);
  }

  /** Runs one of the scripts, which must do what it is asked. */
  String runWell(String script, String... arguments) throws IOException, InterruptedException {
    Answer answer = run(script, arguments);
    if (answer.exitCode() != 0) {
      throw new AssertionError(script + " failed: " + answer.text());
    }
    return answer.text();
  }

  /** Ends the JobManager that leads, without a word to it. */
  void killLeader() throws IOException {
    for (int number = 1; number <= masters.size(); number++) {
      if (logs("flink-kairos-" + number + "-standalonejob-").stream().anyMatch(this::leads)) {
        process(number, "standalonejob").destroyForcibly();
        return;
      }
    }
    throw new AssertionError("no JobManager leads");
  }

  /** Whether a JobManager has written something to its log. */
  boolean hasLogged(String text) throws IOException {
    for (Path log : logs("flink-kairos-")) {
      if (Files.readString(log).contains(text)) {
        return true;
      }
    }
    return false;
  }

  /** The first TaskManager. */
  ProcessHandle taskManager() throws IOException {
    return process(1, "taskexecutor");
  }

  /** Where the first JobManager answers, as host:port. */
  String master() {
    return masters.get(0);
  }

  private ProcessHandle process(int number, String daemon) throws IOException {
    Path pid = folder.resolve("run/flink-kairos-" + number + "-" + daemon + ".pid");
    return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
  }

  private List<Path> logs(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("log"))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(prefix))
          .filter(f -> f.toString().endsWith(".log"))
          .toList();
    }
  }

  private boolean leads(Path log) {
    try {
      return Files.readString(log).contains("was granted leadership");
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends all processes. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> pids = Files.list(Files.createDirectories(folder.resolve("run")))) {
      for (Path pid : pids.filter(f -> f.toString().endsWith(".pid")).toList()) {
        Files.readAllLines(pid).stream()
            .map(Long::parseLong)
            .flatMap(id -> ProcessHandle.of(id).stream())
            .forEach(ProcessHandle::destroyForcibly);
      }
    }
    zooKeeper.close();
  }
}
