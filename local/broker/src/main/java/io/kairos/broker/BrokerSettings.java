package io.kairos.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.Uuid;

/**
 * Where one broker keeps its data and listens.
 *
 * @param dataDir an empty or missing folder for the log, or one that an earlier broker has left
 * @param port the clients' port on the loopback interface
 * @param controllerPort the controller's port on the loopback interface
 * @param more settings on top, such as those of a second listener; what they say of listeners is
 *     added, and {@code cluster.id} is what the nodes of one cluster are formatted with
 */
record BrokerSettings(Path dataDir, int port, int controllerPort, Properties more) {

  private static final String NODE = "node.id";
  private static final String CLUSTER = "cluster.id";
  private static final String ALONE = "1";
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final Set<String> LISTENERS =
      Set.of("listeners", "advertised.listeners", "listener.security.protocol.map");

  private static final String HOST = "127.0.0.1";
  private static final String UNLIMITED_MILLIS = Long.toString(Long.MAX_VALUE);

  /** Twice the largest record that Kairos is tested with, so that a batch of one still passes. */
  private static final int MAX_MESSAGE_BYTES = 4 << 20;

  /**
   * Reads the command line {@code DATA_DIR PORT CONTROLLER_PORT [SETTINGS_FILE]}.
   *
   * @throws IllegalArgumentException if there are not three or four arguments or a port is not a
   *     number
   * @throws IOException if the file of more settings cannot be read
   */
  static BrokerSettings parse(String[] args) throws IOException {
    if (args.length != 3 && args.length != 4) {
      throw new IllegalArgumentException("usage: DATA_DIR PORT CONTROLLER_PORT [SETTINGS_FILE]");
    }
    Properties more = new Properties();
    if (args.length == 4) {
      try (Reader file = Files.newBufferedReader(Path.of(args[3]))) {
        more.load(file);
      }
    }
    return new BrokerSettings(
        Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), more);
  }

  /** The address for clients. */
  String bootstrapServers() {
    return HOST + ":" + port;
  }

  /** The node's number within its cluster. */
  int nodeId() {
    return Integer.parseInt(more.getProperty(NODE, ALONE));
  }

  /** The cluster's id; one of chance for a node by itself. */
  String clusterId() {
    String id = more.getProperty(CLUSTER);
    return id == null ? Uuid.randomUuid().toString() : id;
  }

  /** The broker's configuration. */
  Properties properties() {
    Properties all = new Properties();
    addNode(all);
    addInternalTopics(all);
    addLimits(all);
    addSmallMachine(all);
    addMore(all);
    return all;
  }

  private void addMore(Properties all) {
    Set<String> settings = new HashSet<>(more.stringPropertyNames());
    settings.remove(CLUSTER);
    for (String key : settings) {
      String value = more.getProperty(key);
      all.setProperty(key, LISTENERS.contains(key) ? all.getProperty(key) + ',' + value : value);
    }
  }

  private void addNode(Properties all) {
    String controller = HOST + ":" + controllerPort;
    all.setProperty(NODE, ALONE);
    all.setProperty("process.roles", "broker,controller");
    all.setProperty("controller.quorum.voters", ALONE + "@" + controller);
    all.setProperty("controller.listener.names", CONTROLLER_LISTENER);
    all.setProperty("inter.broker.listener.name", "PLAINTEXT");
    all.setProperty(
        "listeners", "PLAINTEXT://" + bootstrapServers() + ",CONTROLLER://" + controller);
    all.setProperty("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
    all.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    all.setProperty("log.dirs", dataDir.toString());
    // A single node has nobody to hand its partitions to.
    all.setProperty("controlled.shutdown.enable", "false");
  }

  private static void addInternalTopics(Properties all) {
    all.setProperty("auto.create.topics.enable", "false");
    all.setProperty("default.replication.factor", "1");
    all.setProperty("offsets.topic.replication.factor", "1");
    all.setProperty("offsets.topic.num.partitions", "4");
    all.setProperty("transaction.state.log.replication.factor", "1");
    all.setProperty("transaction.state.log.min.isr", "1");
    all.setProperty("transaction.state.log.num.partitions", "4");
    all.setProperty("share.coordinator.state.topic.replication.factor", "1");
    all.setProperty("share.coordinator.state.topic.min.isr", "1");
    all.setProperty("group.initial.rebalance.delay.ms", "0");
  }

  /** Demo and replay write events of the past: a stamp of any age must pass. */
  private static void addLimits(Properties all) {
    all.setProperty("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    all.setProperty("log.message.timestamp.before.max.ms", UNLIMITED_MILLIS);
    all.setProperty("log.message.timestamp.after.max.ms", UNLIMITED_MILLIS);
  }

  private static void addSmallMachine(Properties all) {
    all.setProperty("num.network.threads", "2");
    all.setProperty("num.io.threads", "4");
    all.setProperty("background.threads", "2");
    // The default of 128 MiB would be a quarter of the heap.
    all.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    all.setProperty("log.segment.bytes", Integer.toString(128 << 20));
  }
}
