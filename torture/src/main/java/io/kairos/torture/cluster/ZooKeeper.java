package io.kairos.torture.cluster;

import io.kairos.local.kafka.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A ZooKeeper of one server, from Flink's jars. It is not tortured. */
final class ZooKeeper {
  private static final int HEAP_MEBIBYTES = 64;

  private final Daemon daemon;
  private final int port;

  private ZooKeeper(Daemon daemon, int port) {
    this.daemon = daemon;
    this.port = port;
  }

  /**
   * Starts it; it is not ready yet.
   *
   * @param folder receives its settings and data
   */
  static ZooKeeper start(Path folder, Path logs, Path logging) throws IOException {
    int port = FreePorts.next();
    Path settings = Files.createDirectories(folder).resolve("zoo.cfg");
    Files.writeString(
        settings,
        """
        tickTime=500
        dataDir=%s
        clientPort=%d
        clientPortAddress=127.0.0.1
        admin.enableServer=false
        server.1=127.0.0.1:%d:%d
        """
            .formatted(folder.resolve("data"), port, FreePorts.next(), FreePorts.next()));
    Daemon daemon = new Daemon("zookeeper", logs);
    daemon.start(
        Jvm.tethered(
            HEAP_MEBIBYTES,
            logging,
            "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
            List.of("--zkConfigFile", settings.toString(), "--peerId", "1")));
    return new ZooKeeper(daemon, port);
  }

  /** The address for clients, as host:port. */
  String address() {
    return "127.0.0.1:" + port;
  }

  Daemon daemon() {
    return daemon;
  }
}
