package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.LocalJob;
import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TwoBrokers;
import io.kairos.wire.Decision;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A broker that does not answer is not a partition without orders. */
@ExtendWith(SharedStack.class)
final class LeaderAwayIT {
  private static final Duration OUTAGE = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private TwoBrokers brokers;
  private KafkaProducer<byte[], byte[]> producer;

  @BeforeEach
  void start() throws Exception {
    brokers = TwoBrokers.start(folder);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @AfterEach
  void stop() throws IOException {
    producer.close();
    brokers.close();
  }

  @Test
  void noReminderFiresForACartWhoseOrderLiesUnread(LocalStack shared) throws Exception {
    RunningJob job = LocalJob.submit(shared, options());
    produce(ShopEvents.addedToCart("before", Instant.now()));
    Deadline.await("a reminder before the outage", () -> isReminded("before"));

    brokers.cut();
    produce(ShopEvents.addedToCart("ordered", Instant.now()));
    produce(ShopEvents.addedToCart("left", Instant.now()));
    produce(ShopEvents.ordered("ordered", Instant.now()));
    Instant mended = Instant.now().plus(OUTAGE);
    Deadline.await(
        "the end of the outage, while others look around",
        () -> {
          produce(ShopEvents.viewed("another", Instant.now()));
          return Instant.now().isAfter(mended);
        });
    assertThat(reminded()).containsExactly("before");

    brokers.mend();
    Deadline.await("a reminder after the outage", () -> isReminded("left"));
    job.stopWithSavepoint(folder);
    JobExecutionResult result = job.awaitEnd();

    assertThat(reminded()).containsExactly("before", "left");
    assertThat(decisionsOn("ordered")).containsExactly("STOPPED");
    assertThat(JobOnBroker.counted(result, "behind")).isEmpty();
  }

  private Map<String, String> options() throws IOException {
    return Map.of(
        KairosOptions.BOOTSTRAP_SERVERS.key(),
        brokers.jobServers(),
        KairosOptions.RULES.key(),
        HastyRules.in(folder));
  }

  private void produce(Input input) throws Exception {
    producer.send(input.record(Topics.DEFAULT_PREFIX)).get();
  }

  private boolean isReminded(String customer) throws IOException {
    return reminded().contains(customer);
  }

  private List<String> reminded() throws IOException {
    return Written.decoded(written(Topics.TRIGGERS), Trigger.getDecoder()).stream()
        .map(Trigger::getCustomerId)
        .toList();
  }

  private List<String> decisionsOn(String customer) throws IOException {
    return Written.decoded(written(Topics.DECISIONS), Decision.getDecoder()).stream()
        .filter(decision -> decision.getCustomerId().equals(customer))
        .map(Decision::getReason)
        .toList();
  }

  private List<ConsumerRecord<byte[], byte[]>> written(Topics topic) {
    return Written.records(brokers.bootstrapServers(), topic.name(Topics.DEFAULT_PREFIX));
  }
}
