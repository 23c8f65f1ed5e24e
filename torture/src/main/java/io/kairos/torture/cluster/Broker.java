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
 * campaign and for other brokers, and one whose address is that of a {@link Relay}, for the job.
 */
public final class Broker implements Part {
  private static final int HEAP_MEBIBYTES = 512;
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);

  private final int id;
  private final Daemon daemon;
  private final Path folder;
  private final int port = FreePorts.next();
  private final int controllerPort = FreePorts.next();
  private final int relayedPort = FreePorts.next();
  private final int relayPort = FreePorts.next();
  private final Path settings;
  private final Relay relay;

  private Broker(int id, Path folder, Path logs) throws IOException {
    this.id = id;
    this.folder = folder;
    this.daemon = new Daemon("broker-" + id, logs);
    this.settings = folder.resolve("broker.properties");
    this.relay = Relay.open(relayPort, relayedPort);
  }

  /**
   * A broker that is not started yet, with its relay.
   *
   * @param id counts from 1
   * @param folder takes its data
   * @param logs takes its logs
   */
  static Broker in(int id, Path folder, Path logs) throws IOException {
    return new Broker(id, Files.createDirectories(folder), logs);
  }

  /** Starts it for the first time; it need not serve clients yet. */
  void start(String more) throws IOException {
    Files.writeString(
        settings,
        """
        node.id=%d
        listeners=RELAYED://127.0.0.1:%d
        advertised.listeners=RELAYED://127.0.0.1:%d
        listener.security.protocol.map=RELAYED:PLAINTEXT
        """
                .formatted(id, relayedPort, relayPort)
            + more);
    launch();
  }

  /** Waits until it serves clients. */
  void awaitReady() throws IOException, InterruptedException {
    daemon.awaitText("READY", READY_WITHIN);
  }

  /** Starts it again on what it holds; it serves clients then. */
  @Override
  public void start() throws IOException, InterruptedException {
    launch();
    awaitReady();
  }

  private void launch() throws IOException {
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
  }

  /** The address for the campaign itself, as host:port. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** The address for the job, as host:port. */
  String relayedAddress() {
    return "127.0.0.1:" + relayPort;
  }

  /** As in {@code controller.quorum.voters}. */
  String voter() {
    return id + "@127.0.0.1:" + controllerPort;
  }

  /** Its number in the cluster, from 1. */
  public int id() {
    return id;
  }

  /** Between the job and this broker. */
  public Relay relay() {
    return relay;
  }

  @Override
  public Daemon daemon() {
    return daemon;
  }
}
