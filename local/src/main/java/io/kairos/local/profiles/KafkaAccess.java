package io.kairos.local.profiles;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.local.view.ViewConsumer;
import io.kairos.wire.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;

/**
 * How a Kafka cluster is reached.
 *
 * @param bootstrapServers brokers as host:port, separated by commas
 * @param topicPrefix stands before each topic's name
 * @param settings more client settings, such as those of a login
 * @param registry where the schemas of records in the Confluent wire format are
 */
public record KafkaAccess(
    String bootstrapServers,
    String topicPrefix,
    Map<String, String> settings,
    RegistryConfig registry) {
  /** How long the client tries to reach a broker before it gives up. */
  private static final int ANSWER_WITHIN_SECONDS = 7;

  public KafkaAccess {
    settings = Map.copyOf(settings);
  }

  /** How long a broker holds back the answer that there is no more; closing waits for it. */
  private static final int NO_MORE_AFTER_MILLIS = 50;

  private static final Set<Topics> READ_BY_THE_JOB =
      Stream.concat(Topics.inputs().stream(), Stream.of(Topics.RULES))
          .collect(Collectors.toUnmodifiableSet());

  /** What an admin client or a producer is made of. */
  public Map<String, Object> client() {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return all;
  }

  /** What a producer is made of that does not wait long for a broker. */
  public Map<String, Object> producer() {
    Map<String, Object> all = client();
    all.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1000 * ANSWER_WITHIN_SECONDS);
    return all;
  }

  /**
   * A consumer without a group for some topics; values come in single-object encoding. Whoever
   * takes it closes it.
   */
  public Consumer<byte[], byte[]> connect(Collection<Topics> topics) {
    return ViewConsumer.connect(bootstrapServers, consumer(topics), registry, topicPrefix);
  }

  Map<String, Object> consumer(Collection<Topics> topics) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 1000 * ANSWER_WITHIN_SECONDS);
    all.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, NO_MORE_AFTER_MILLIS);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation(topics).toString());
    return all;
  }

  /** What the job reads is read as it does; its outputs as their receivers do. */
  private static IsolationLevel isolation(Collection<Topics> topics) {
    return READ_BY_THE_JOB.containsAll(topics)
        ? IsolationLevel.READ_UNCOMMITTED
        : IsolationLevel.READ_COMMITTED;
  }
}
