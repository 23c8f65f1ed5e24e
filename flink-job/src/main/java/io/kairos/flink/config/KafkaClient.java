package io.kairos.flink.config;

import java.util.Optional;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The kinds of Kafka client, each with the settings that it knows. */
public enum KafkaClient {
  CONSUMER(ConsumerConfig.configDef()),
  PRODUCER(ProducerConfig.configDef()),
  ADMIN(AdminClientConfig.configDef());

  private final ConfigDef settings;

  KafkaClient(ConfigDef settings) {
    this.settings = settings;
  }

  /** Whether it has a setting of that name. */
  boolean knows(String setting) {
    return settings.configKeys().containsKey(setting);
  }

  /**
   * Why it would not start with such a value, in Kafka's words, which repeat the value; empty where
   * it would, or does not know the setting.
   */
  Optional<String> refusal(String setting, String value) {
    ConfigDef.ConfigKey known = settings.configKeys().get(setting);
    if (known == null) {
      return Optional.empty();
    }
    try {
      Object parsed = ConfigDef.parseType(setting, value, known.type);
      if (known.validator != null) {
        known.validator.ensureValid(setting, parsed);
      }
      return Optional.empty();
    } catch (ConfigException refused) {
      return Optional.of(refused.getMessage());
    }
  }
}
