package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Profile;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@ExtendWith(SharedStack.class)
final class ProfileCommandsIT {
  private static final String PREFIX = "profiles-it.";
  private static final int PARTITIONS = 3;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void readBackWhatWasPublished(LocalStack shared, @TempDir Path folder) throws Exception {
    try (LocalStack stack = shared.another(PREFIX, PARTITIONS, TopicTime.REPLAY)) {
      publish(stack);
      Path config = Files.writeString(folder.resolve("kafka.properties"), "client.id=it\n");
      String[] kafka = {
        "--bootstrap-servers", stack.kafka().bootstrapServers(), "--kafka-config", config.toString()
      };

      showsTheLastProfileOfACustomer(kafka);
      findsACustomerInAnotherPartition(kafka);
      saysThatACustomerIsErasedOrUnknown(kafka);
      countsTiers(kafka);
      saysThatThereIsNoSuchTopic(kafka);
    }
  }

  private void showsTheLastProfileOfACustomer(String... kafka) throws IOException {
    assertThat(run(kafka, "profile", "ann", "--topic-prefix", PREFIX)).isZero();
    assertThat(out.toString()).contains("Customer ann").containsPattern("tier +gold");

    assertThat(run(kafka, "profile", "ann", "--json", "--topic-prefix", PREFIX)).isZero();
    assertThat(json().get("tier").asText()).isEqualTo("gold");
  }

  private void findsACustomerInAnotherPartition(String... kafka) {
    assertThat(run(kafka, "profile", "moved", "--topic-prefix", PREFIX)).isZero();
    assertThat(out.toString()).contains("Customer moved");
  }

  private void saysThatACustomerIsErasedOrUnknown(String... kafka) {
    assertThat(run(kafka, "profile", "gone", "--topic-prefix", PREFIX)).isEqualTo(1);
    assertThat(err.toString()).contains("customer 'gone' was erased");

    assertThat(run(kafka, "profile", "bog", "--topic-prefix", PREFIX)).isEqualTo(1);
    assertThat(err.toString()).contains("no customer 'bog' among the 6 records", "like it: bob");
  }

  private void countsTiers(String... kafka) throws IOException {
    assertThat(run(kafka, "segments", "--json", "--topic-prefix", PREFIX)).isZero();
    assertThat(json().get("customers").asLong()).isEqualTo(3);
    assertThat(json().get("tiers").toString())
        .contains("{\"name\":\"none\",\"customers\":2,", "{\"name\":\"gold\",\"customers\":1,");
    assertThat(err.toString()).isEmpty();
  }

  private void saysThatThereIsNoSuchTopic(String... kafka) {
    assertThat(run(kafka, "segments", "--topic-prefix", "nothing.")).isEqualTo(1);
    assertThat(err.toString()).contains("no topic nothing.profiles", PREFIX + "profiles");
  }

  private static void publish(LocalStack stack) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", stack.kafka().bootstrapServers(), "linger.ms", 0);
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      String topic = Topics.PROFILES.name(PREFIX);
      for (String[] one :
          new String[][] {{"ann", "none"}, {"bob", "none"}, {"gone", "none"}, {"ann", "gold"}}) {
        producer.send(new ProducerRecord<>(topic, bytes(one[0]), profile(one[0], one[1]))).get();
      }
      producer.send(new ProducerRecord<>(topic, bytes("gone"), null)).get();
      int other = (BuiltInPartitioner.partitionForKey(bytes("moved"), PARTITIONS) + 1) % PARTITIONS;
      producer
          .send(new ProducerRecord<>(topic, other, bytes("moved"), profile("moved", "none")))
          .get();
    }
  }

  private static byte[] profile(String customerId, String tier) throws IOException {
    Profile profile =
        Profile.newBuilder()
            .setCustomerId(customerId)
            .setAsOf(0)
            .setCurrency("EUR")
            .setTier(tier)
            .build();
    return Profile.getEncoder().encode(profile).array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private int run(String[] kafka, String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine command = KairosCommand.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[args.length + kafka.length];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(kafka, 0, all, args.length, kafka.length);
    return command.execute(all);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }
}
