package io.kairos.flink.source.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.config.DeletedEvents;
import io.kairos.local.LocalStack;
import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.kafka.source.metrics.KafkaSourceReaderMetrics;
import org.apache.flink.connector.kafka.source.reader.KafkaPartitionSplitReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A partition of ten records, of which the first seven are deleted, that is to be read from 2. */
@SuppressWarnings("try") // Flink's reader may be interrupted while it closes.
@Timeout(120)
@ExtendWith(SharedStack.class)
final class SkippedOffsetsIT {
  private final SimpleCounter skipped = new SimpleCounter();

  @Test
  void areCountedWhereTheReaderIsToSkipThemAndElseEndIt(LocalStack shared) throws Exception {
    try (LocalStack stack = shared.another("skipped-offsets.", 1, TopicTime.LIVE);
        KafkaPartitionSplitReader stopping = reader(stack, DeletedEvents.STOP);
        KafkaPartitionSplitReader skipping = reader(stack, DeletedEvents.SKIP)) {
      TopicPartition cart = tenRecordsOfWhichSevenAreDeleted(stack);
      for (KafkaPartitionSplitReader reader : List.of(stopping, skipping)) {
        reader.handleSplitsChanges(
            new SplitsAddition<>(List.of(new KafkaPartitionSplit(cart, 2, 10))));
      }

      assertThatThrownBy(stopping::fetch)
          .isInstanceOf(EventsDeleted.class)
          .hasMessageContaining("5 offsets are missing");
      assertThat(skipped.getCount()).isZero();
      assertThat(readToItsEnd(skipping)).containsExactly(7L, 8L, 9L);
      assertThat(skipped.getCount()).isEqualTo(5);
    }
  }

  private KafkaPartitionSplitReader reader(LocalStack stack, DeletedEvents deleted) {
    Properties settings = new Properties();
    settings.setProperty("bootstrap.servers", stack.kafka().bootstrapServers());
    settings.setProperty("auto.offset.reset", "none");
    settings.setProperty("client.id.prefix", "skipped-offsets-" + deleted);
    settings.setProperty("key.deserializer", ByteArrayDeserializer.class.getName());
    settings.setProperty("value.deserializer", ByteArrayDeserializer.class.getName());
    return new KafkaReaders.Watchful(
        settings,
        new BareContext(),
        new KafkaSourceReaderMetrics(UnregisteredMetricsGroup.createSourceReaderMetricGroup()),
        deleted,
        new SkippedGaps(skipped));
  }

  private static TopicPartition tenRecordsOfWhichSevenAreDeleted(LocalStack stack)
      throws Exception {
    TopicPartition cart = new TopicPartition(Topics.CART.name(stack.topicPrefix()), 0);
    Map<String, Object> brokers = Map.of("bootstrap.servers", stack.kafka().bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(brokers, new ByteArraySerializer(), new ByteArraySerializer());
        Admin admin = Admin.create(brokers)) {
      for (int i = 0; i < 10; i++) {
        producer.send(new ProducerRecord<>(cart.topic(), new byte[] {1}));
      }
      producer.flush();
      admin.deleteRecords(Map.of(cart, RecordsToDelete.beforeOffset(7))).all().get();
    }
    return cart;
  }

  private static List<Long> readToItsEnd(KafkaPartitionSplitReader reader) throws Exception {
    List<Long> offsets = new ArrayList<>();
    boolean finished = false;
    while (!finished) {
      RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> fetched = reader.fetch();
      while (fetched.nextSplit() != null) {
        ConsumerRecord<byte[], byte[]> record = fetched.nextRecordFromSplit();
        while (record != null) {
          offsets.add(record.offset());
          record = fetched.nextRecordFromSplit();
        }
      }
      finished = !fetched.finishedSplits().isEmpty();
    }
    return offsets;
  }
}
