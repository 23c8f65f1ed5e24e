package io.kairos.torture.check;

import io.kairos.local.replay.WholeTopic;
import io.kairos.local.view.ViewConsumer;
import io.kairos.torture.oracle.LoggedRecord;
import io.kairos.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The input topics as the broker holds them: the truth that the job is judged by.
 *
 * @param byCustomer each customer's records, those of a partition in their order
 */
public record InputLog(Map<String, List<LoggedRecord>> byCustomer) {

  /** Reads all of them to their ends. */
  public static InputLog read(String address, String prefix) {
    Map<String, List<LoggedRecord>> byCustomer = new HashMap<>();
    try (Consumer<byte[], byte[]> consumer = ViewConsumer.connect(address)) {
      for (Topics topic : Topics.inputs()) {
        for (ConsumerRecord<byte[], byte[]> record : new WholeTopic(consumer, topic.name(prefix))) {
          String customer = new String(record.key(), StandardCharsets.UTF_8);
          byCustomer.computeIfAbsent(customer, key -> new ArrayList<>()).add(logged(topic, record));
        }
      }
    }
    return new InputLog(byCustomer);
  }

  private static LoggedRecord logged(Topics topic, ConsumerRecord<byte[], byte[]> record) {
    return new LoggedRecord(
        topic.name(""), record.partition(), record.offset(), record.timestamp(), record.value());
  }

  /** How many records there are. */
  public int size() {
    return byCustomer.values().stream().mapToInt(List::size).sum();
  }
}
