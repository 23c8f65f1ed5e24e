package io.kairos.flink.config;

import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The kinds of Kafka client, each with the settings that it knows. */
public enum KafkaClient {
  CONSUMER(ConsumerConfig.configNames()),
  PRODUCER(ProducerConfig.configNames()),
  ADMIN(AdminClientConfig.configNames());

  private final Set<String> known;

  KafkaClient(Set<String> known) {
    this.known = known;
  }

  /** Whether it has a setting of that name. */
  boolean knows(String setting) {
    return known.contains(setting);
  }
}
