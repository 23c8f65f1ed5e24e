package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.cluster.JobMetrics;
import io.kairos.local.cluster.JobReading;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class LocalStackIT {

  private static final int RECORDS = 1_000;
  private static final long FIRST_MILLIS = 1_000_000;
  private static final Duration GIVE_UP = Duration.ofSeconds(60);

  @Test
  void aJobReadsTheBrokerAndItsMetricsTellHowFarItIs() throws Exception {
    try (StopSignal stop = StopSignal.install();
        LocalStack stack = LocalStack.start(2, TopicTime.REPLAY, stop)) {
      fill(stack);
      RunningJob job = stack.cluster().submit(reading(stack));
      JobMetrics metrics = JobMetrics.of(stack.cluster().webAddress(), job.jobId());

      JobReading reading = awaitAll(metrics);

      assertThat(stack.topics().endOffsets()).containsEntry(Topics.CART, (long) RECORDS);
      assertThat(reading.recordsPerSecond().orElse(0)).isPositive();
      assertThat(reading.pendingRecords()).hasValue(0);
      assertThat(reading.watermarkMillis().orElse(0))
          .isBetween(FIRST_MILLIS - 1, FIRST_MILLIS + RECORDS);
      assertThat(reading.restarts()).hasValue(0);
      assertThat(reading.checkpoints()).isPresent();
    }
  }

  private static void fill(LocalStack stack) {
    Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafka().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      String topic = stack.topics().name(Topics.CART);
      for (int i = 0; i < RECORDS; i++) {
        producer.send(new ProducerRecord<>(topic, i % 2, FIRST_MILLIS + i, null, "value"));
      }
    }
  }

  private static StreamGraph reading(LocalStack stack) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(stack.cluster().configuration());
    KafkaSource<String> cart =
        KafkaSource.<String>builder()
            .setBootstrapServers(stack.kafka().bootstrapServers())
            .setTopics(stack.topics().name(Topics.CART))
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setValueOnlyDeserializer(new SimpleStringSchema())
            .build();
    env.fromSource(cart, WatermarkStrategy.forMonotonousTimestamps(), "cart")
        .keyBy(String::length)
        .map(String::length)
        .sinkTo(new DiscardingSink<>());
    return env.getStreamGraph();
  }

  /** Asks until Flink knows every value; its metrics lag by some seconds. */
  private static JobReading awaitAll(JobMetrics metrics) throws InterruptedException {
    long end = System.nanoTime() + GIVE_UP.toNanos();
    JobReading reading = metrics.read();
    while (!isComplete(reading) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(200);
      reading = metrics.read();
    }
    return reading;
  }

  private static boolean isComplete(JobReading reading) {
    return reading.recordsPerSecond().orElse(0) > 0
        && reading.pendingRecords().orElse(-1) == 0
        && reading.watermarkMillis().isPresent();
  }
}
