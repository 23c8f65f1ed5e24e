package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.local.history.TopicReading;
import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.profiles.KafkaAccess;
import io.kairos.local.profiles.ReadCount;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records whose producer has not committed them yet, and never may. */
@ExtendWith(SharedStack.class)
final class OpenTransactionIT {
  private static final String PREFIX = "open-transaction-it.";

  @Test
  void countsInWhatTheJobReadsAndNotInWhatItWrites(LocalStack shared) throws Exception {
    try (LocalStack stack = shared.another(PREFIX, 1, TopicTime.REPLAY);
        Producer<byte[], byte[]> producer = producer(stack);
        StopSignal stop = StopSignal.install()) {
      List<Topics> topics = List.of(Topics.CART, Topics.RULES, Topics.TRIGGERS);
      producer.initTransactions();
      producer.beginTransaction();
      topics.forEach(topic -> producer.send(record(topic)));
      producer.flush();

      assertThat(topics).map(topic -> read(stack, topic, stop)).containsExactly(1, 1, 0);
    }
  }

  private static int read(LocalStack stack, Topics topic, StopSignal stop) {
    KafkaAccess access =
        new KafkaAccess(stack.kafka().bootstrapServers(), PREFIX, Map.of(), RegistryConfig.NONE);
    StatusLine line = StatusLine.after(Duration.ofHours(1), new PrintWriter(new StringWriter()));
    List<Topics> seen = new ArrayList<>();
    try {
      new TopicReading(access, new ReadCount(line), stop)
          .read(List.of(topic), (of, record, lost) -> seen.add(of));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
    return seen.size();
  }

  private static ProducerRecord<byte[], byte[]> record(Topics topic) {
    return new ProducerRecord<>(topic.name(PREFIX), new byte[] {1}, new byte[] {1});
  }

  private static Producer<byte[], byte[]> producer(LocalStack stack) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", stack.kafka().bootstrapServers(), "transactional.id", PREFIX + 1);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
