package io.kairos.local.doctor;

import io.kairos.flink.config.KafkaClient;
import io.kairos.flink.config.KairosConfig;
import io.kairos.local.view.ViewConsumer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;

/** Kafka clients with the job's own login, which wait less long than the job would. */
record Clients(KairosConfig config) {
  private static final int ANSWER_WITHIN_MILLIS = (int) Duration.ofSeconds(9).toMillis();
  private static final int TRY_AGAIN_AFTER_MILLIS = (int) Duration.ofSeconds(4).toMillis();

  String brokers() {
    return setting(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "");
  }

  /** What the configuration says for every client. */
  String setting(String key, String otherwise) {
    return config.kafka().settings().getOrDefault(key, otherwise);
  }

  /** Whoever takes it closes it. */
  Admin admin() {
    return Admin.create(impatient(KafkaClient.ADMIN));
  }

  /** One without a group for what the job reads. Whoever takes it closes it. */
  Consumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = impatient(KafkaClient.CONSUMER);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_UNCOMMITTED.toString());
    return ViewConsumer.connect(brokers(), settings);
  }

  private Map<String, Object> impatient(KafkaClient client) {
    Map<String, Object> settings = new HashMap<>();
    config.kafka().of(client).forEach((key, value) -> settings.put(key.toString(), value));
    settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, TRY_AGAIN_AFTER_MILLIS);
    return settings;
  }
}
