package io.kairos.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.cleaning.Cleaning;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.source.WireReader;
import io.kairos.local.kafka.LocalKafka;
import io.kairos.local.kafka.LocalTopics;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The senders of both languages say the same, and a retry repeats its ids. */
@Timeout(120)
class SendersIT {
  private static final long AT = 1_790_000_000_000L;

  @TempDir private Path folder;

  @Test
  void sendTheSameBytesWhichTheJobTakes() throws Exception {
    try (LocalKafka kafka = LocalKafka.start(folder)) {
      List<String> java = sentBy(Language.JAVA, kafka);
      List<String> python = sentBy(Language.PYTHON, kafka);

      assertThat(java).hasSize(4);
      assertThat(python).isEqualTo(java);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVA", "PYTHON"})
  void takeMoreSettingsFromAFile(Language language) throws Exception {
    Path client = Files.writeString(folder.resolve("client"), "security.protocol=NONE_SUCH\n");
    Path output = folder.resolve(language + ".txt");
    Process sender =
        language.start(
            "send", List.of("--bootstrap", "none:1", "--client", client.toString()), output);

    assertThat(sender.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(sender.exitValue()).isEqualTo(1);
    assertThat(Files.readString(output)).contains("security.protocol", "NONE_SUCH");
  }

  /** What a sender wrote, each record checked as the job would. */
  private List<String> sentBy(Language language, LocalKafka kafka) throws Exception {
    String prefix = language.name() + ".";
    try (LocalTopics topics =
        LocalTopics.create(kafka.bootstrapServers(), prefix, 1, TopicTime.LIVE)) {
      Path output = folder.resolve(language + ".txt");
      Process sender =
          language.start(
              "send",
              List.of(
                  "--bootstrap",
                  kafka.bootstrapServers(),
                  "--prefix",
                  prefix,
                  "--buy",
                  "--at",
                  Long.toString(AT)),
              output);
      assertThat(sender.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(sender.exitValue()).as(Files.readString(output)).isZero();
      List<String> records = new ArrayList<>();
      for (Topics topic : Topics.inputs()) {
        records.add(
            accepted(Origin.valueOf(topic.name()), only(kafka, topics.name(topic)).value()));
      }
      return records;
    }
  }

  private static String accepted(Origin origin, byte[] value) throws Exception {
    Event event = new WireReader(Duration.ofSeconds(2).toMillis()).read(origin, value, AT + 10);
    assertThat(new Cleaning("CNY", 0).check(event)).isEmpty();
    assertThat(event.customerId()).isEqualTo("ann");
    return origin + " " + HexFormat.of().formatHex(value);
  }

  private static ConsumerRecord<byte[], byte[]> only(LocalKafka kafka, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (records.isEmpty()) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      assertThat(records).hasSize(1);
      return records.get(0);
    }
  }
}
