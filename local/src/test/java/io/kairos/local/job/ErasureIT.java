package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.InputEvent;
import io.kairos.local.LocalStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an erasure leaves of a customer in the topic of profiles, byte by byte. */
@Timeout(180)
@ExtendWith(SharedStack.class)
final class ErasureIT {
  private static final String MARK = "planted-4c9e";
  private static final String OTHER = "other";
  private static final Instant NOON = Instant.parse("2026-09-15T04:00:00Z");

  /** So that the broker compacts at its next look, and leaves no tombstone behind. */
  private static final Map<String, String> IMPATIENT =
      Map.of(
          TopicConfig.SEGMENT_MS_CONFIG, "100",
          TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.001",
          TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, "0",
          TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "1",
          TopicConfig.DELETE_RETENTION_MS_CONFIG, "0",
          TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, "0");

  @Test
  void compactionTakesTheProfileOutOfItsTopic(LocalStack stack) throws Exception {
    try (JobOnBroker job = JobOnBroker.open(stack, 1, TopicTime.REPLAY)) {
      compactSoon(job.stack());
      job.produce(List.of(ShopEvents.addedToCart(MARK, NOON)));
      run(job, NOON.plusSeconds(600));
      Deadline.await("the profile on disk", () -> onDisk(job.stack()) > 0);

      job.produce(List.of(erase(NOON.plusSeconds(700))));
      run(job, NOON.plusSeconds(800));
      assertThat(onDisk(job.stack())).as("before a compaction").isPositive();
      Deadline.await(
          "a compaction",
          () -> {
            writeOther(job.stack());
            return readsOnlyOther(job.stack()) && onDisk(job.stack()) == 0;
          });
    }
  }

  /** Asked beside the files, of which a scan can miss one that the broker renames meanwhile. */
  private static boolean readsOnlyOther(LocalStack stack) {
    return Written.records(
            stack.kafka().bootstrapServers(), Topics.PROFILES.name(stack.topicPrefix()))
        .stream()
        .allMatch(record -> OTHER.equals(new String(record.key(), StandardCharsets.UTF_8)));
  }

  /** A later record, without which the broker lets the last files be. */
  private static void writeOther(LocalStack stack) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafka().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] other = OTHER.getBytes(StandardCharsets.UTF_8);
      producer.send(
          new ProducerRecord<>(Topics.PROFILES.name(stack.topicPrefix()), other, new byte[1]));
    }
  }

  private static void run(JobOnBroker job, Instant until) throws Exception {
    job.run(
        JobOnBroker.with(
            JobOnBroker.replayTo(until.toEpochMilli()),
            KairosOptions.PUBLISH_INTERVAL.key(),
            "1 s",
            "kafka.compression.type",
            "none"));
  }

  private static Input erase(Instant time) {
    CustomerEvent erase =
        CustomerEvent.newBuilder()
            .setEventId("erase")
            .setCustomerId(MARK)
            .setTime(time.toEpochMilli())
            .setType(CustomerType.ERASE)
            .build();
    return Input.of(new InputEvent(Topics.CUSTOMERS, MARK, time.toEpochMilli(), erase));
  }

  private static void compactSoon(LocalStack stack) throws Exception {
    ConfigResource profiles =
        new ConfigResource(ConfigResource.Type.TOPIC, Topics.PROFILES.name(stack.topicPrefix()));
    List<AlterConfigOp> settings =
        IMPATIENT.entrySet().stream()
            .map(
                entry ->
                    new AlterConfigOp(
                        new ConfigEntry(entry.getKey(), entry.getValue()),
                        AlterConfigOp.OpType.SET))
            .toList();
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", stack.kafka().bootstrapServers()))) {
      admin.incrementalAlterConfigs(Map.of(profiles, settings)).all().get();
    }
  }

  /** In how many of the broker's files of the topic the customer stands. */
  private static long onDisk(LocalStack stack) throws IOException {
    return StoredWords.in(stack.kafka().folder(), Topics.PROFILES.name(stack.topicPrefix()), MARK);
  }
}
