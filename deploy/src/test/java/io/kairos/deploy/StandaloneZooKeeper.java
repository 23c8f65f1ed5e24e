package io.kairos.deploy;

import io.kairos.local.kafka.FreePorts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A ZooKeeper of one server, from Flink's jars. It ends with the process that started it. */
final class StandaloneZooKeeper implements Closeable {
  private static final String HOST = "127.0.0.1";

  /** Ends when its standard input does. */
  private static final String WHILE_ASKED =
      "\"$0\" \"$@\" & server=$!; cat >/dev/null; kill $server";

  private final Process process;
  private final int port;

  private StandaloneZooKeeper(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it; it is not ready yet.
   *
   * @param jars Flink's
   * @param folder receives its settings, data and output
   */
  static StandaloneZooKeeper start(Path jars, Path folder) throws IOException {
    int port = FreePorts.next();
    Path settings = Files.createDirectories(folder).resolve("zoo.cfg");
    Files.writeString(
        settings,
        """
        tickTime=500
        dataDir=%s
        clientPort=%d
        clientPortAddress=%s
        admin.enableServer=false
        server.1=%s:%d:%d
        """
            .formatted(
                folder.resolve("data"), port, HOST, HOST, FreePorts.next(), FreePorts.next()));
    List<String> command =
        List.of(
            "/bin/sh",
            "-c",
            WHILE_ASKED,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            jars + "/*",
            "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
            "--zkConfigFile",
            settings.toString(),
            "--peerId",
            "1");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    return new StandaloneZooKeeper(process, port);
  }

  /** The address for clients, as host:port. */
  String address() {
    return HOST + ":" + port;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
  }
}
