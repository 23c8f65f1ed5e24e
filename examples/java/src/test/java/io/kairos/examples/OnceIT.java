package io.kairos.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.kafka.LocalKafka;
import io.kairos.local.kafka.LocalTopics;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Mode;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short example of the page about guarantees. */
@Timeout(120)
class OnceIT {
  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final String PAGE = "../../docs/guarantees.md";
  private static final String EXAMPLE = "../python/once.py";

  @TempDir private Path folder;

  private final Triggers triggers = new Triggers(System.currentTimeMillis());

  @Test
  void takesEachTriggerOnceThoughItIsKilledAndTheyRepeat() throws Exception {
    try (LocalKafka kafka = LocalKafka.start(folder);
        LocalTopics topics =
            LocalTopics.create(kafka.bootstrapServers(), "once.", 1, TopicTime.LIVE)) {
      String topic = topics.name(Topics.TRIGGERS);
      write(kafka, topic, Mode.LIVE, List.of("a", "b", "a"));
      runUntil(kafka, topic, "b SEND ann");
      write(kafka, topic, Mode.TEST, List.of("t"));
      write(kafka, topic, Mode.REPLAY, List.of("r"));
      write(kafka, topic, Mode.LIVE, List.of("b", "a", "c"));
      runUntil(kafka, topic, "c SEND ann");

      String valid = " " + triggers.send("a").getValidUntil();
      assertThat(output())
          .containsExactly("a SEND ann" + valid, "b SEND ann" + valid, "c SEND ann" + valid);
      assertThat(rows()).isEqualTo("a,b,c");
    }
  }

  @Test
  void endsWithAnErrorWhereThereIsNoSuchTopic() throws Exception {
    try (LocalKafka kafka = LocalKafka.start(folder)) {
      Process example =
          Language.PYTHON.start(
              "once", List.of(kafka.bootstrapServers(), "none", database()), outputFile());

      assertThat(example.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(example.exitValue()).isEqualTo(1);
      assertThat(String.join("\n", output())).contains("UNKNOWN_TOPIC_OR_PART");
    }
  }

  @Test
  void standsOnThePageAsItIsAndIsShort() throws Exception {
    String example = Files.readString(Path.of(EXAMPLE));

    assertThat(Files.readString(Path.of(PAGE))).contains("```python\n" + example + "```");
    assertThat(example.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(30);
  }

  private void runUntil(LocalKafka kafka, String topic, String line) throws Exception {
    Process example =
        Language.PYTHON.start(
            "once", List.of(kafka.bootstrapServers(), topic, database()), outputFile());
    try {
      long deadline = System.nanoTime() + WITHIN.toNanos();
      while (output().stream().noneMatch(said -> said.startsWith(line))) {
        assertThat(System.nanoTime()).as(() -> "for " + line).isLessThan(deadline);
        assertThat(example.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
      }
    } finally {
      example.destroyForcibly().waitFor();
    }
  }

  private String database() {
    return folder.resolve("taken.db").toString();
  }

  /** The ids in the table. */
  private String rows() throws Exception {
    String query = "select group_concat(id) from (select id from taken order by id)";
    String program =
        "import sqlite3,sys; print(*sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone())";
    String python = Language.PYTHON.command("once").get(0);
    Process process =
        new ProcessBuilder(python, "-c", program, database(), query)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }

  private Path outputFile() {
    return folder.resolve("output.txt");
  }

  private List<String> output() throws Exception {
    Path file = outputFile();
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private void write(LocalKafka kafka, String topic, Mode mode, List<String> ids) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (String id : ids) {
        ProducerRecord<byte[], byte[]> record =
            new ProducerRecord<>(topic, "ann".getBytes(UTF_8), bytes(triggers.inMode(id, mode)));
        record.headers().add("kairos-id", id.getBytes(UTF_8));
        record.headers().add("kairos-kind", "SEND".getBytes(UTF_8));
        record.headers().add("kairos-mode", mode.name().getBytes(UTF_8));
        producer.send(record).get();
      }
    }
  }

  private static byte[] bytes(Trigger trigger) throws IOException {
    return Trigger.getEncoder().encode(trigger).array();
  }
}
