package io.kairos.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** A KRaft node that is broker and controller at once, by itself or one of several. */
final class KraftNode {

  private final KafkaRaftServer server;

  private KraftNode(KafkaRaftServer server) {
    this.server = server;
  }

  /**
   * Formats the data folder, unless an earlier node has, and starts the node; returns when clients
   * are served.
   *
   * @throws Exception if the folder is in use or a port is taken
   */
  static KraftNode start(BrokerSettings settings) throws Exception {
    format(settings);
    KafkaConfig config = KafkaConfig.fromProps(settings.properties(), false);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    server.startup();
    return new KraftNode(server);
  }

  /** Stops the node and returns when its files are closed. */
  void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  void awaitStop() {
    server.awaitShutdown();
  }

  private static void format(BrokerSettings settings) throws Exception {
    if (Files.exists(settings.dataDir().resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return;
    }
    String folder = settings.dataDir().toString();
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setNodeId(settings.nodeId())
        .setClusterId(settings.clusterId())
        .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
        .setDirectories(List.of(folder))
        .setMetadataLogDirectory(folder)
        .run();
  }
}
