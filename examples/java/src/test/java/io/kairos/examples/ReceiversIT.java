package io.kairos.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.local.kafka.LocalKafka;
import io.kairos.local.kafka.LocalTopics;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Feedback;
import io.kairos.wire.FeedbackStatus;
import io.kairos.wire.Mode;
import io.kairos.wire.PlainJson;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One contract for the receivers of every language, against a real broker. */
@Timeout(180)
class ReceiversIT {
  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path shared;
  private static LocalKafka kafka;
  private static FakeRegistry registry;

  @TempDir private Path folder;

  private final Triggers triggers = new Triggers(System.currentTimeMillis());
  private final Trigger again = triggers.send("a");
  private final Trigger json = triggers.send("b");
  private final Trigger registered = triggers.send("c");

  @BeforeAll
  static void start() throws Exception {
    kafka = LocalKafka.start(shared);
    registry = new FakeRegistry();
  }

  @AfterAll
  static void stop() throws Exception {
    registry.close();
    kafka.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void sendsEachOnceAcrossRepeatsAndACrash(Language language) throws Exception {
    String prefix = language.name() + ".";
    try (LocalTopics topics =
        LocalTopics.create(kafka.bootstrapServers(), prefix, 1, TopicTime.LIVE)) {
      String topic = topics.name(Topics.TRIGGERS);
      write(topic, "LIVE", singleObject(again));
      write(topic, "LIVE", PlainJson.of(json).getBytes(UTF_8));
      write(topic, "LIVE", FakeRegistry.framed(registered));
      write(topic, "LIVE", singleObject(again));
      write(topic, "LIVE", singleObject(triggers.expired("d")));
      write(topic, "TEST", singleObject(triggers.inMode("e", Mode.TEST)));
      write(topic, "REPLAY", singleObject(triggers.inMode("f", Mode.REPLAY)));
      write(topic, "LIVE", singleObject(triggers.cancel("g", "b")));
      runUntil(language, prefix, "g", Process::destroyForcibly);

      write(topic, "LIVE", PlainJson.of(json).getBytes(UTF_8));
      write(topic, "LIVE", FakeRegistry.framed(registered));
      write(topic, "LIVE", singleObject(triggers.cancel("g", "b")));
      write(topic, "LIVE", singleObject(triggers.send("h")));
      runUntil(language, prefix, "h", Process::destroy);

      assertThat(log())
          .extracting(
              line -> line.get("what").asText(),
              line -> line.get("id").asText(),
              line -> line.get("cancels").textValue())
          .containsExactly(
              tuple("SENT", "a", null),
              tuple("SENT", "b", null),
              tuple("SENT", "c", null),
              tuple("CANCELLED", "g", "b"),
              tuple("SENT", "h", null));
      assertThat(feedback(topics.name(Topics.FEEDBACK)))
          .contains(
              Map.entry("a", FeedbackStatus.SENT),
              Map.entry("b", FeedbackStatus.SENT),
              Map.entry("c", FeedbackStatus.SENT),
              Map.entry("d", FeedbackStatus.DISCARDED));
    }
  }

  /**
   * Starts a receiver, and ends it once its log holds an id. Each reads all again, in a group of
   * its own, so that the memory is tried by every record.
   */
  private void runUntil(Language language, String prefix, String id, Consumer<Process> end)
      throws Exception {
    Path output = folder.resolve("output.txt");
    Process receiver =
        language.start(
            "receive",
            List.of(
                "--bootstrap",
                kafka.bootstrapServers(),
                "--prefix",
                prefix,
                "--group",
                "until-" + id,
                "--registry",
                registry.url(),
                "--log",
                folder.resolve("sent.jsonl").toString()),
            output);
    try {
      long deadline = System.nanoTime() + WITHIN.toNanos();
      while (log().stream().noneMatch(line -> line.get("id").asText().equals(id))) {
        assertThat(System.nanoTime()).as(() -> text(output)).isLessThan(deadline);
        assertThat(receiver.waitFor(50, TimeUnit.MILLISECONDS)).as(() -> text(output)).isFalse();
      }
    } finally {
      end.accept(receiver);
      if (!receiver.waitFor(20, TimeUnit.SECONDS)) {
        receiver.destroyForcibly().waitFor();
      }
    }
  }

  private List<JsonNode> log() throws IOException {
    Path file = folder.resolve("sent.jsonl");
    List<JsonNode> lines = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  private static byte[] singleObject(Trigger trigger) throws IOException {
    return Trigger.getEncoder().encode(trigger).array();
  }

  private static void write(String topic, String mode, byte[] value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "compression.type", "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(topic, "ann".getBytes(UTF_8), value);
      record.headers().add("kairos-mode", mode.getBytes(UTF_8));
      producer.send(record).get();
    }
  }

  private static List<Map.Entry<String, FeedbackStatus>> feedback(String topic) throws Exception {
    List<Map.Entry<String, FeedbackStatus>> reports = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          Feedback report = Feedback.getDecoder().decode(record.value());
          reports.add(Map.entry(report.getTriggerId(), report.getStatus()));
        }
      }
    }
    return reports;
  }
}
