package io.kairos.torture.cluster;

import io.kairos.local.kafka.BrokerJars;
import io.kairos.local.kafka.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A Kafka broker that comes back on its ports with its data. It has two listeners: one for the
 * campaign, and one whose address is that of a {@link Relay}, for the job.
 */
public final class Broker {
  private static final int HEAP_MEBIBYTES = 512;
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);

  private final Daemon daemon;
  private final Path folder;
  private final int port = FreePorts.next();
  private final int controllerPort = FreePorts.next();
  private final int relayedPort = FreePorts.next();
  private final Path settings;

  private Broker(Path folder, Path logs) {
    this.folder = folder;
    this.daemon = new Daemon("broker", logs);
    this.settings = folder.resolve("broker.properties");
  }

  /**
   * A broker that is not started yet.
   *
   * @param folder takes its data
   * @param logs takes its logs
   */
  static Broker in(Path folder, Path logs) throws IOException {
    return new Broker(Files.createDirectories(folder), logs);
  }

  /** The port that the relay leads to. */
  int relayedPort() {
    return relayedPort;
  }

  /** Starts it for the first time; it serves clients then. */
  void start(int relayPort) throws IOException, InterruptedException {
    Files.writeString(
        settings,
        """
        listeners=RELAYED://127.0.0.1:%d
        advertised.listeners=RELAYED://127.0.0.1:%d
        listener.security.protocol.map=RELAYED:PLAINTEXT
        """
            .formatted(relayedPort, relayPort));
    restart();
  }

  /** Starts it again on what it holds; it serves clients then. */
  public void restart() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(Jvm.small(HEAP_MEBIBYTES));
    command.addAll(
        List.of(
            "-Djava.io.tmpdir=" + folder,
            "-Dkairos.broker.log=" + folder.resolve("broker.log"),
            "-cp",
            BrokerJars.locate().classPath(),
            "io.kairos.broker.BrokerMain",
            folder.resolve("data").toString(),
            Integer.toString(port),
            Integer.toString(controllerPort),
            settings.toString()));
    daemon.start(command);
    daemon.awaitText("READY", READY_WITHIN);
  }

  /** The address for the campaign itself, as host:port. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** Its process. */
  public Daemon daemon() {
    return daemon;
  }
}
