package io.kairos.local.job;

import io.kairos.local.LocalStack;
import io.kairos.local.replay.WholeTopic;
import io.kairos.local.view.ViewConsumer;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.Decision;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.message.MessageDecoder;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What lies in a job's output topics now. */
final class Written {
  private Written() {}

  /** The values of each key in the order of their offsets, as hex digits. */
  static Map<String, List<String>> bytes(LocalStack stack, Topics topic) {
    Map<String, List<String>> byKey = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records(stack, topic)) {
      byKey
          .computeIfAbsent(
              new String(record.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
          .add(HexFormat.of().formatHex(record.value()));
    }
    return byKey;
  }

  static List<Trigger> triggers(LocalStack stack) throws IOException {
    return decoded(records(stack, Topics.TRIGGERS), Trigger.getDecoder());
  }

  static List<Decision> decisions(LocalStack stack) throws IOException {
    return decoded(records(stack, Topics.DECISIONS), Decision.getDecoder());
  }

  static List<DeadLetter> deadLetters(LocalStack stack) throws IOException {
    return decoded(records(stack, Topics.DEAD_LETTERS), DeadLetter.getDecoder());
  }

  static <T> List<T> decoded(
      List<ConsumerRecord<byte[], byte[]>> records, MessageDecoder<T> decoder) throws IOException {
    List<T> all = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      all.add(decoder.decode(record.value()));
    }
    return all;
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(LocalStack stack, Topics topic) {
    return records(stack.kafka().bootstrapServers(), topic.name(stack.topicPrefix()));
  }

  static List<ConsumerRecord<byte[], byte[]>> records(String bootstrapServers, String topic) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer = ViewConsumer.connect(bootstrapServers)) {
      new WholeTopic(consumer, topic).forEach(all::add);
    }
    return all;
  }
}
