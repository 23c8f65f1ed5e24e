package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Decision;
import io.kairos.wire.Mode;
import io.kairos.wire.PlainJson;
import io.kairos.wire.Profile;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@ExtendWith(SharedStack.class)
final class ExportCommandIT {
  private static final String PREFIX = "export-it.";

  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void exportWhatWasPublished(LocalStack shared) throws Exception {
    try (LocalStack stack = shared.another(PREFIX, 3, TopicTime.REPLAY)) {
      publish(stack);
      String broker = stack.kafka().bootstrapServers();

      assertThat(export(broker, "triggers"))
          .satisfiesExactly(
              row -> assertThat(row).startsWith("t1,SEND,LIVE,ann,reminder,2,"),
              row -> assertThat(row).startsWith("t2,SEND,LIVE,bob,reminder,1,"),
              row -> assertThat(row).startsWith("t3,SEND,LIVE,col,dormancy,1,"));
      assertThat(err.toString()).contains("left out 1 record", "of " + PREFIX + "triggers");

      assertThat(export(broker, "triggers", "--rule", "dormancy", "--customer", "col")).hasSize(1);
      assertThat(export(broker, "decisions"))
          .singleElement()
          .asString()
          .startsWith("t1,ann,reminder,1,\"\",o,send,SENT,")
          .contains("1970-01-01T00:00:01.000Z");
      assertThat(export(broker, "profiles"))
          .satisfiesExactly(
              row -> assertThat(row).startsWith("ann,1970-01-01T00:00:02.000Z,EUR,"),
              row -> assertThat(row).startsWith("bob,1970-01-01T00:00:01.000Z,EUR,"));
    }
  }

  private static void publish(LocalStack stack) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", stack.kafka().bootstrapServers(), "linger.ms", 0);
    try (Producer<byte[], byte[]> to =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      send(to, Topics.TRIGGERS, "bob", avro(trigger("t2", "bob", "reminder", 1)));
      send(to, Topics.TRIGGERS, "ann", avro(trigger("t1", "ann", "reminder", 1)));
      send(to, Topics.TRIGGERS, "ann", avro(trigger("t1", "ann", "reminder", 2)));
      send(to, Topics.TRIGGERS, "col", json(trigger("t3", "col", "dormancy", 1)));
      send(to, Topics.TRIGGERS, "col", bytes("oops"));
      send(to, Topics.DECISIONS, "ann", decision());
      send(to, Topics.DECISIONS, "ann", decision());
      for (String customer : List.of("ann", "bob", "gone")) {
        send(to, Topics.PROFILES, customer, profile(customer, 1000));
      }
      send(to, Topics.PROFILES, "ann", profile("ann", 2000));
      send(to, Topics.PROFILES, "gone", null);
    }
  }

  private static void send(
      Producer<byte[], byte[]> producer, Topics topic, String customer, byte[] value)
      throws Exception {
    producer.send(new ProducerRecord<>(topic.name(PREFIX), bytes(customer), value)).get();
  }

  private static Trigger trigger(String id, String customer, String rule, int version) {
    return Trigger.newBuilder()
        .setId(id)
        .setKind(TriggerKind.SEND)
        .setMode(Mode.LIVE)
        .setCustomerId(customer)
        .setRule(rule)
        .setRuleVersion(version)
        .setOccasion("o")
        .setChannel("push")
        .setTemplate("t")
        .setCurrency("EUR")
        .setAnchorTime(0)
        .setEventTime(1000)
        .setNotBefore(1000)
        .setValidUntil(2000)
        .setReason("why")
        .build();
  }

  private static byte[] decision() throws IOException {
    Decision decision =
        Decision.newBuilder()
            .setId("t1")
            .setCustomerId("ann")
            .setRule("reminder")
            .setRuleVersion(1)
            .setOccasion("o")
            .setGate("send")
            .setReason("SENT")
            .setDecidedAt(1000)
            .build();
    return Decision.getEncoder().encode(decision).array();
  }

  private static byte[] profile(String customer, long asOf) throws IOException {
    Profile profile =
        Profile.newBuilder().setCustomerId(customer).setAsOf(asOf).setCurrency("EUR").build();
    return Profile.getEncoder().encode(profile).array();
  }

  private static byte[] avro(Trigger trigger) throws IOException {
    return Trigger.getEncoder().encode(trigger).array();
  }

  private static byte[] json(Trigger trigger) {
    return bytes(PlainJson.of(trigger));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The rows of a table without its header. */
  private List<String> export(String broker, String... args) throws IOException {
    err.getBuffer().setLength(0);
    Path table = folder.resolve("table.csv");
    CommandLine command = KairosCommand.commandLine();
    command.setErr(new PrintWriter(err, true));
    String[] all = {
      "export", "--bootstrap-servers", broker, "--topic-prefix", PREFIX, "--out", table.toString()
    };
    String[] both = new String[all.length + args.length];
    System.arraycopy(all, 0, both, 0, all.length);
    System.arraycopy(args, 0, both, all.length, args.length);
    assertThat(command.execute(both)).isZero();
    return Files.readAllLines(table).stream().skip(1).toList();
  }
}
