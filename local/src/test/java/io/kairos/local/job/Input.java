package io.kairos.local.job;

import io.kairos.local.InputEvent;
import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record for an input topic.
 *
 * @param partition null to choose by key
 * @param stampMillis the record's timestamp, which the broker may replace by its own
 * @param key null for none
 * @param value null for none
 */
record Input(Topics topic, Integer partition, long stampMillis, byte[] key, byte[] value) {

  static Input of(InputEvent event) {
    return new Input(
        event.topic(),
        null,
        event.timeMillis(),
        event.customerId().getBytes(StandardCharsets.UTF_8),
        SingleObject.encode(event.record()));
  }

  /** A record that says nothing but how late it is: it moves the time of its partition. */
  static Input tick(Topics topic, int partition, long stampMillis) {
    return new Input(topic, partition, stampMillis, null, null);
  }

  Input in(int chosenPartition) {
    return new Input(topic, chosenPartition, stampMillis, key, value);
  }

  Input withValue(byte[] other) {
    return new Input(topic, partition, stampMillis, key, other);
  }

  Input stamped(long millis) {
    return new Input(topic, partition, millis, key, value);
  }

  ProducerRecord<byte[], byte[]> record(String topicPrefix) {
    return new ProducerRecord<>(topic.name(topicPrefix), partition, stampMillis, key, value);
  }
}
