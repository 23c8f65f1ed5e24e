package io.kairos.local.kafka;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;

/** The commands of Kafka's own tools that create the topics of a plan. */
public final class TopicCommands {
  private TopicCommands() {}

  /**
   * One command a topic.
   *
   * @param bootstrapServers brokers as host:port, separated by commas
   */
  public static List<String> of(TopicPlan plan, String bootstrapServers) {
    return plan.topics().stream().map(topic -> command(topic, bootstrapServers)).toList();
  }

  private static String command(NewTopic topic, String bootstrapServers) {
    String settings =
        TopicPlan.settings(topic).entrySet().stream()
            .map(setting -> " --config " + setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining());
    return "kafka-topics.sh --bootstrap-server %s --create --if-not-exists --topic %s"
            .formatted(bootstrapServers, topic.name())
        + " --partitions %d --replication-factor %d"
            .formatted(topic.numPartitions(), topic.replicationFactor())
        + settings;
  }
}
