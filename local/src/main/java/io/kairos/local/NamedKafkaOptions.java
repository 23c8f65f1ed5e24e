package io.kairos.local;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.local.profiles.KafkaAccess;
import io.kairos.wire.Topics;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Option;

/** Which Kafka cluster a command works on that is not for a demo: it must be named. */
final class NamedKafkaOptions {

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Brokers of the cluster.")
  private String bootstrapServers;

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      defaultValue = Topics.DEFAULT_PREFIX,
      description = "What stands before the topics' names.")
  private String topicPrefix;

  @Option(
      names = ClientSettings.OPTION,
      paramLabel = "FILE",
      description = "A properties file with more settings of the Kafka client, as for TLS.")
  private Path kafkaConfig;

  /**
   * @throws CommandError if neither option nor file name the brokers
   */
  KafkaAccess find() {
    Map<String, String> settings = ClientSettings.of(kafkaConfig);
    String brokers =
        bootstrapServers != null
            ? bootstrapServers
            : settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    if (brokers == null) {
      throw new CommandError("name the brokers with --bootstrap-servers HOST:PORT");
    }
    return new KafkaAccess(brokers, topicPrefix, settings, RegistryConfig.NONE);
  }
}
