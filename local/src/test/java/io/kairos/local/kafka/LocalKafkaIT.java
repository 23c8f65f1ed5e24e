package io.kairos.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LocalKafkaIT {

  private static final long YEARS_AGO = Instant.parse("2010-12-01T08:26:00Z").toEpochMilli();
  private static final int TWO_MEGABYTES = 2 << 20;

  @TempDir private Path workDir;

  @Test
  void givesABigRecordOfYearsAgoBackUnchangedAndALiveOneTheBrokersTime() throws Exception {
    try (LocalKafka kafka = LocalKafka.start(workDir);
        LocalTopics live =
            LocalTopics.create(kafka.bootstrapServers(), "live.", 1, TopicTime.LIVE);
        LocalTopics topics =
            LocalTopics.create(kafka.bootstrapServers(), "test.", 2, TopicTime.REPLAY)) {
      byte[] value = new byte[TWO_MEGABYTES];
      value[0] = 7;
      send(kafka, new ProducerRecord<>(topics.name(Topics.ORDERS), 1, YEARS_AGO, null, value));

      ConsumerRecord<byte[], byte[]> back =
          receive(kafka, new TopicPartition("test.orders", 1)).get(0);

      assertThat(back.timestamp()).isEqualTo(YEARS_AGO);
      assertThat(back.value()).isEqualTo(value);
      assertThat(topics.endOffsets())
          .containsEntry(Topics.ORDERS, 1L)
          .containsEntry(Topics.CART, 0L);

      send(kafka, new ProducerRecord<>(live.name(Topics.CART), 0, YEARS_AGO, null, new byte[1]));
      assertThat(receive(kafka, new TopicPartition("live.cart", 0)).get(0).timestamp())
          .isGreaterThan(YEARS_AGO);
    }
  }

  @Test
  void leavesNeitherProcessNorFolderBehind() throws Exception {
    LocalKafka kafka = LocalKafka.start(workDir);
    ProcessHandle process = kafka.process();
    assertThat(process.isAlive()).isTrue();

    kafka.close();

    assertThat(process.isAlive()).isFalse();
    assertThat(workDir).isEmptyDirectory();
  }

  @Test
  void keepsItsDataForTheNextBrokerWhereAsked() throws Exception {
    try (LocalKafka kafka = LocalKafka.keep(workDir);
        LocalTopics topics =
            LocalTopics.create(kafka.bootstrapServers(), "test.", 1, TopicTime.REPLAY)) {
      send(kafka, new ProducerRecord<>(topics.name(Topics.CART), 0, YEARS_AGO, null, new byte[9]));
    }
    try (LocalKafka kafka = LocalKafka.keep(workDir)) {
      assertThat(receive(kafka, new TopicPartition("test.cart", 0)))
          .singleElement()
          .satisfies(record -> assertThat(record.value()).hasSize(9));
    }
  }

  @Test
  void aBrokerThatCannotStartIsAnErrorThatQuotesItsLog(@TempDir Path jars) throws IOException {
    Files.createDirectory(jars.resolve("lib"));
    Files.createFile(jars.resolve("kairos-broker-empty.jar"));

    assertThatThrownBy(() -> LocalKafka.start(workDir, new BrokerJars(jars), Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended before it was ready")
        .hasMessageContaining("BrokerMain");
    assertThat(workDir).isEmptyDirectory();
  }

  @Test
  void aBrokerThatWasNotBuiltIsAnErrorThatSaysHowToBuildIt(@TempDir Path empty) {
    assertThatThrownBy(() -> LocalKafka.start(workDir, new BrokerJars(empty), Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("./mvnw -Pfast package");
  }

  private static void send(LocalKafka kafka, ProducerRecord<byte[], byte[]> record)
      throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.request.size", 3 << 20);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> receive(
      LocalKafka kafka, TopicPartition partition) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      return consumer.poll(Duration.ofSeconds(30)).records(partition);
    }
  }
}
