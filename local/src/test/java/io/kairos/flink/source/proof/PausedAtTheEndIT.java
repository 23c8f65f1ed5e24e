package io.kairos.flink.source.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.LocalStack;
import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A partition is paused in the moment in which it ends: its last record was fetched, and waits for
 * its place behind the others. Flink's own reader fails there.
 */
@SuppressWarnings("try") // Flink's reader may be interrupted while it closes.
@Timeout(120)
@ExtendWith(SharedStack.class)
final class PausedAtTheEndIT {
  /** More than Flink lets wait, if each is fetched by itself. */
  private static final int RECORDS = 3;

  /** Long enough for so many fetches. */
  private static final long FETCHING_MILLIS = 3_000;

  private static final long RESUMED_EVERY_MILLIS = 50;

  @Test
  void isReadToItsEnd(LocalStack shared) throws Exception {
    try (LocalStack stack = shared.another("paused-at-the-end.", 1, TopicTime.LIVE)) {
      String topic = Topics.CART.name(stack.topicPrefix());
      write(stack, topic);
      KafkaPartitionSplit split = new KafkaPartitionSplit(new TopicPartition(topic, 0), 0, RECORDS);
      List<String> read = new ArrayList<>();
      try (SourceReader<String, KafkaPartitionSplit> reader =
          KafkaReaders.of(source(stack, topic), new Context())) {
        reader.start();
        reader.addSplits(List.of(split));
        reader.notifyNoMoreSplits();
        Thread.sleep(FETCHING_MILLIS);
        reader.pauseOrResumeSplits(List.of(split.splitId()), List.of());
        InputStatus status = reader.pollNext(new Output(read));
        while (status != InputStatus.END_OF_INPUT) {
          if (status == InputStatus.NOTHING_AVAILABLE) {
            // Should it have been paused before its end after all.
            reader.pauseOrResumeSplits(List.of(), List.of(split.splitId()));
            Thread.sleep(RESUMED_EVERY_MILLIS);
          }
          status = reader.pollNext(new Output(read));
        }
      }
      assertThat(read).containsExactly("record 0", "record 1", "record 2");
    }
  }

  private static void write(LocalStack stack, String topic) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafka().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int number = 0; number < RECORDS; number++) {
        producer.send(new ProducerRecord<>(topic, ("record " + number).getBytes(UTF_8))).get();
      }
    }
  }

  private static KafkaSource<String> source(LocalStack stack, String topic) {
    return KafkaSource.<String>builder()
        .setBootstrapServers(stack.kafka().bootstrapServers())
        .setTopics(topic)
        .setGroupId("paused-at-the-end")
        .setProperty("max.poll.records", "1")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setBounded(OffsetsInitializer.latest())
        .setDeserializer(KafkaRecordDeserializationSchema.valueOnly(new SimpleStringSchema()))
        .build();
  }

  private static final class Context implements SourceReaderContext {
    @Override
    public SourceReaderMetricGroup metricGroup() {
      return UnregisteredMetricsGroup.createSourceReaderMetricGroup();
    }

    @Override
    public Configuration getConfiguration() {
      return new Configuration();
    }

    @Override
    public String getLocalHostName() {
      return "localhost";
    }

    @Override
    public int getIndexOfSubtask() {
      return 0;
    }

    @Override
    public void sendSplitRequest() {}

    @Override
    public void sendSourceEventToCoordinator(SourceEvent event) {}

    @Override
    public UserCodeClassLoader getUserCodeClassLoader() {
      return SimpleUserCodeClassLoader.create(PausedAtTheEndIT.class.getClassLoader());
    }
  }

  private record Output(List<String> read) implements ReaderOutput<String> {
    @Override
    public void collect(String text) {
      read.add(text);
    }

    @Override
    public void collect(String text, long millis) {
      read.add(text);
    }

    @Override
    public void emitWatermark(Watermark mark) {}

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}

    @Override
    public SourceOutput<String> createOutputForSplit(String split) {
      return this;
    }

    @Override
    public void releaseOutputForSplit(String split) {}
  }
}
