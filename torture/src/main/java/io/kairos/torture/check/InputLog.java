package io.kairos.torture.check;

import io.kairos.local.replay.WholeTopic;
import io.kairos.local.view.ViewConsumer;
import io.kairos.torture.oracle.LoggedRecord;
import io.kairos.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The input topics as the broker holds them, by customer: the truth that the job is judged by. It
 * takes about 25 bytes of the heap for a record, and those of its value.
 */
public final class InputLog {
  private final Map<String, CustomerLog> byCustomer = new HashMap<>();
  private int size;

  InputLog() {}

  /** Reads all of them to their ends. */
  public static InputLog read(String address, String prefix) {
    InputLog log = new InputLog();
    try (Consumer<byte[], byte[]> consumer = ViewConsumer.connect(address)) {
      for (Topics topic : Topics.inputs()) {
        for (ConsumerRecord<byte[], byte[]> record : new WholeTopic(consumer, topic.name(prefix))) {
          log.add(new String(record.key(), StandardCharsets.UTF_8), topic, logged(topic, record));
        }
      }
    }
    return log;
  }

  private static LoggedRecord logged(Topics topic, ConsumerRecord<byte[], byte[]> record) {
    return new LoggedRecord(
        topic.label(), record.partition(), record.offset(), record.timestamp(), record.value());
  }

  void add(String customer, Topics topic, LoggedRecord record) {
    byCustomer.computeIfAbsent(customer, key -> new CustomerLog()).add(topic, record);
    size++;
  }

  /** Each customer's records. */
  Map<String, CustomerLog> byCustomer() {
    return byCustomer;
  }

  /** How many records there are. */
  public int size() {
    return size;
  }
}
