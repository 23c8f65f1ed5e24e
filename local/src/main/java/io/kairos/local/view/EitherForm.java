package io.kairos.local.view;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.flink.registry.RefusedFrame;
import io.kairos.flink.registry.SingleObjects;
import io.kairos.wire.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Values of Kairos' topics, those in the Confluent wire format brought into single-object encoding.
 * What cannot be brought there stays as it is, for the reader to say so.
 */
final class EitherForm implements Deserializer<byte[]> {
  private final SingleObjects forms;
  private final Map<String, Topics> topics = new HashMap<>();

  EitherForm(RegistryConfig registry, String topicPrefix) {
    this.forms = SingleObjects.of(registry);
    for (Topics topic : Topics.values()) {
      topics.put(topic.name(topicPrefix), topic);
    }
  }

  @Override
  public byte[] deserialize(String topic, byte[] value) {
    Topics known = topics.get(topic);
    try {
      return known == null ? value : forms.of(known, value);
    } catch (RefusedFrame refused) {
      return value;
    }
  }
}
