package io.kairos.flink.sink.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What the brokers are like, as far as exactly once rests on it.
 *
 * @param transactionVersion level of the feature transaction.version
 * @param maxTimeoutMillis least transaction.max.timeout.ms of any broker
 * @param retentionMillis least offsets.retention.minutes of any broker, in milliseconds
 * @param topics the one that is written, and the two that hold transactions and receipts
 */
record Brokers(
    int transactionVersion, long maxTimeoutMillis, long retentionMillis, List<Topic> topics) {

  private static final String TRANSACTIONS = "__transaction_state";
  private static final String RECEIPTS = "__consumer_offsets";

  /**
   * How safe a topic is.
   *
   * @param replicas least of any partition
   * @param inSync how many of them must have a record before it counts
   * @param unclean whether a replica that lacks records may lead
   */
  record Topic(String name, int replicas, InSync inSync, boolean unclean) {}

  /**
   * How many replicas must have a record, and who says so.
   *
   * @param setting of the topic or, where that is not there or not to be seen, of the brokers
   * @param least of any broker
   */
  record InSync(int least, String setting, ConfigResource.Type of) {

    static InSync ofTopic(Config topic) {
      String setting = TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
      return new InSync(
          Integer.parseInt(value(topic, setting)), setting, ConfigResource.Type.TOPIC);
    }

    static InSync ofBrokers(List<Config> brokers, String setting) {
      return new InSync((int) Brokers.least(brokers, setting), setting, ConfigResource.Type.BROKER);
    }
  }

  /**
   * @throws ExecutionException if they do not answer, or do not allow to ask
   */
  static Brokers ask(Admin admin, String topic) throws ExecutionException, InterruptedException {
    FinalizedVersionRange version =
        admin
            .describeFeatures()
            .featureMetadata()
            .get()
            .finalizedFeatures()
            .get("transaction.version");
    List<Config> brokers = settings(admin, nodes(admin));
    Config topicSettings = settings(admin, List.of(resource(topic))).get(0);
    return new Brokers(
        version == null ? 0 : version.maxVersionLevel(),
        least(brokers, "transaction.max.timeout.ms"),
        Duration.ofMinutes(least(brokers, "offsets.retention.minutes")).toMillis(),
        List.of(
            new Topic(
                topic,
                replicas(admin, topic).orElse(0),
                InSync.ofTopic(topicSettings),
                Boolean.parseBoolean(
                    value(topicSettings, TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG))),
            internal(
                admin,
                TRANSACTIONS,
                least(brokers, "transaction.state.log.replication.factor"),
                InSync.ofBrokers(brokers, "transaction.state.log.min.isr")),
            internal(
                admin,
                RECEIPTS,
                least(brokers, "offsets.topic.replication.factor"),
                InSync.ofBrokers(brokers, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG))));
  }

  /**
   * A topic that the brokers make for themselves when it is first needed.
   *
   * @param factor how many replicas they give it
   * @param byBrokers what holds where the topic itself does not tell
   */
  static Topic internal(Admin admin, String name, long factor, InSync byBrokers)
      throws ExecutionException, InterruptedException {
    InSync inSync =
        seen(admin.describeConfigs(List.of(resource(name))).values().get(resource(name)))
            .map(InSync::ofTopic)
            .orElse(byBrokers);
    return new Topic(name, replicas(admin, name).orElse((int) factor), inSync, false);
  }

  private static Optional<Integer> replicas(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    return seen(admin.describeTopics(List.of(topic)).topicNameValues().get(topic))
        .flatMap(
            found ->
                found.partitions().stream()
                    .map(partition -> partition.replicas().size())
                    .min(Integer::compare));
  }

  /** Empty where a topic is not there yet, or not for the job's user to see. */
  private static <T> Optional<T> seen(KafkaFuture<T> answer)
      throws ExecutionException, InterruptedException {
    try {
      return Optional.of(answer.get());
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnknownTopicOrPartitionException
          || failed.getCause() instanceof TopicAuthorizationException) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static List<ConfigResource> nodes(Admin admin)
      throws ExecutionException, InterruptedException {
    return admin.describeCluster().nodes().get().stream()
        .map(Node::idString)
        .map(id -> new ConfigResource(ConfigResource.Type.BROKER, id))
        .toList();
  }

  private static List<Config> settings(Admin admin, List<ConfigResource> of)
      throws ExecutionException, InterruptedException {
    Map<ConfigResource, Config> all = admin.describeConfigs(of).all().get();
    return new ArrayList<>(all.values());
  }

  private static long least(List<Config> brokers, String setting) {
    return brokers.stream()
        .mapToLong(broker -> Long.parseLong(value(broker, setting)))
        .min()
        .orElse(0);
  }

  private static String value(Config config, String setting) {
    ConfigEntry entry = config.get(setting);
    if (entry == null || entry.value() == null) {
      throw new KafkaException(
          "they do not tell %s, without which nobody knows whether exactly once holds"
              .formatted(setting));
    }
    return entry.value();
  }
}
