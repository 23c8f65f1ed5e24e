package io.kairos.local.profiles;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.local.view.ViewConsumer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

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

  /** What an admin client or a producer is made of. */
  public Map<String, Object> client() {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return all;
  }

  /**
   * A consumer without a group; values come in single-object encoding. Whoever takes it closes it.
   */
  public Consumer<byte[], byte[]> connect() {
    Map<String, Object> all = new HashMap<>(settings);
    all.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 1000 * ANSWER_WITHIN_SECONDS);
    all.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, NO_MORE_AFTER_MILLIS);
    return ViewConsumer.connect(bootstrapServers, all, registry, topicPrefix);
  }
}
