package io.kairos.flink.source.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.config.DeletedEvents;
import io.kairos.local.LocalStack;
import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.kafka.source.metrics.KafkaSourceReaderMetrics;
import org.apache.flink.connector.kafka.source.reader.KafkaPartitionSplitReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A partition is paused whose last record was fetched. Once Flink's own reader bears that, ours is
 * no longer needed.
 */
@SuppressWarnings("try") // Flink's reader may be interrupted while it closes.
@Timeout(120)
@ExtendWith(SharedStack.class)
final class PausedAtTheEndIT {
  private static final KafkaSourceReaderMetrics METRICS =
      new KafkaSourceReaderMetrics(UnregisteredMetricsGroup.createSourceReaderMetricGroup());

  @Test
  void flinksReaderFailsAndOursPassesItOver(LocalStack shared) throws Exception {
    try (LocalStack stack = shared.another("paused-at-the-end.", 1, TopicTime.LIVE);
        KafkaPartitionSplitReader flinks =
            new KafkaPartitionSplitReader(settings(stack), new BareContext(), METRICS);
        KafkaPartitionSplitReader ours =
            new KafkaReaders.Watchful(
                settings(stack),
                new BareContext(),
                METRICS,
                DeletedEvents.STOP,
                new SkippedGaps(new SimpleCounter()))) {
      KafkaPartitionSplit split = splitOfOneRecord(stack);
      readToItsEnd(flinks, split);
      readToItsEnd(ours, split);

      assertThatThrownBy(() -> flinks.pauseOrResumeSplits(List.of(split), List.of()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("No current assignment for partition");
      assertThatCode(() -> ours.pauseOrResumeSplits(List.of(split), List.of()))
          .doesNotThrowAnyException();
      assertThatCode(() -> ours.pauseOrResumeSplits(List.of(), List.of(split)))
          .doesNotThrowAnyException();
    }
  }

  private static void readToItsEnd(KafkaPartitionSplitReader reader, KafkaPartitionSplit split)
      throws Exception {
    reader.handleSplitsChanges(new SplitsAddition<>(List.of(split)));
    while (!reader.fetch().finishedSplits().contains(split.splitId())) {
      // It waits for records by itself.
    }
  }

  private static KafkaPartitionSplit splitOfOneRecord(LocalStack stack) throws Exception {
    String topic = Topics.CART.name(stack.topicPrefix());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafka().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, "the last".getBytes(UTF_8))).get();
    }
    return new KafkaPartitionSplit(new TopicPartition(topic, 0), 0, 1);
  }

  private static Properties settings(LocalStack stack) {
    Properties settings = new Properties();
    settings.setProperty("bootstrap.servers", stack.kafka().bootstrapServers());
    settings.setProperty("client.id.prefix", "paused-at-the-end");
    settings.setProperty("key.deserializer", ByteArrayDeserializer.class.getName());
    settings.setProperty("value.deserializer", ByteArrayDeserializer.class.getName());
    return settings;
  }
}
