package io.kairos.torture.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.config.KafkaClients;
import io.kairos.flink.source.proof.LogEnds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.OffsetNotAvailableException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A record that is stamped, but that a replica which stands still has not: no consumer sees it, and
 * the end that a consumer is told does not count it.
 */
@Timeout(180)
class HiddenRecordIT {
  /** The replica is not given up meanwhile: it is one half of the controllers. */
  private static final Duration PAUSE = Duration.ofSeconds(15);

  /** Whoever asks the one that stands still asks the other before the pause is over. */
  private static final String ASKS_ANOTHER_AFTER_MILLIS = "1000";

  private static final Duration REPLICATED_WITHIN = Duration.ofMillis(300);
  private static final TopicPartition PARTITION = new TopicPartition("quiet", 0);

  @TempDir private Path folder;

  @Test
  void thereIsNoEndWhileARecordWaitsForAReplica() throws Exception {
    Path logs = Files.createDirectories(folder.resolve("log"));
    try (Brokers brokers = Brokers.in(2, folder, logs)) {
      try {
        brokers.start();
        look(brokers);
      } finally {
        brokers.daemons().forEach(Daemon::kill);
      }
    }
  }

  private static void look(Brokers brokers) throws Exception {
    createReplicated(brokers.address());
    Map<String, Object> writing = Map.of("bootstrap.servers", brokers.address(), "acks", "1");
    Map<String, String> asking =
        Map.of(
            "bootstrap.servers",
            brokers.address(),
            "request.timeout.ms",
            ASKS_ANOTHER_AFTER_MILLIS);
    try (Admin admin = Admin.create(Map.copyOf(asking));
        LogEnds ends = LogEnds.connect(new KafkaClients(asking));
        var producer =
            new KafkaProducer<>(writing, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(PARTITION.topic(), "first")).get();
      awaitEnd(ends, 1);

      CompletableFuture<Void> pause = CompletableFuture.runAsync(() -> pause(brokers.at(1)));
      long hidden = hide(admin, producer, pause);
      assertThatThrownBy(() -> ends.ask(List.of(PARTITION)).get(PARTITION).get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(OffsetNotAvailableException.class);
      assertThat(pause).isNotDone();

      pause.get();
      awaitEnd(ends, hidden + 1);
    }
  }

  /** The broker that stays has the lead, and the other has all that it has. */
  private static void createReplicated(String brokers) throws Exception {
    List<Integer> replicas = List.of(1, 2);
    NewTopic topic = new NewTopic(PARTITION.topic(), Map.of(0, replicas));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin.createTopics(List.of(topic)).all().get();
      while (!leaderAndFollower(admin).equals(replicas)) {
        Thread.sleep(REPLICATED_WITHIN.toMillis());
      }
    }
  }

  /** The leader's id, then those of the replicas that have what it has. */
  private static List<Integer> leaderAndFollower(Admin admin) throws Exception {
    try {
      var topics = admin.describeTopics(List.of(PARTITION.topic())).allTopicNames().get();
      TopicPartitionInfo partition = topics.get(PARTITION.topic()).partitions().get(0);
      Stream<Node> leader = Stream.ofNullable(partition.leader());
      return Stream.concat(leader, partition.isr().stream()).map(Node::id).distinct().toList();
    } catch (ExecutionException notKnownToThisOneYet) {
      return List.of();
    }
  }

  /** Sends until a record is not shown. */
  private static long hide(
      Admin admin, KafkaProducer<String, String> producer, CompletableFuture<Void> pause)
      throws Exception {
    while (!pause.isDone()) {
      long offset = producer.send(new ProducerRecord<>(PARTITION.topic(), "next")).get().offset();
      Thread.sleep(REPLICATED_WITHIN.toMillis());
      var told = admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()));
      if (told.partitionResult(PARTITION).get().offset() <= offset) {
        return offset;
      }
    }
    throw new AssertionError("the replica stood still, and every record was shown");
  }

  private static void awaitEnd(LogEnds ends, long end) throws InterruptedException {
    for (long told = -1; told != end; Thread.sleep(REPLICATED_WITHIN.toMillis())) {
      try {
        told = ends.ask(List.of(PARTITION)).get(PARTITION).get();
      } catch (ExecutionException notYet) {
        // The replica has not caught up.
      }
    }
  }

  private static void pause(Broker broker) {
    try {
      broker.daemon().pause(PAUSE);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
