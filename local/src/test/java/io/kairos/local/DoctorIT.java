package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@ExtendWith(SharedStack.class)
final class DoctorIT {
  private static final int PARTITIONS = 2;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();

  @Test
  void aSoundInstallationHasNothingWrongAndNoWarning(LocalStack shared) throws Exception {
    String prefix = "doctor-sound.";
    try (LocalStack stack = shared.another(prefix, PARTITIONS, TopicTime.LIVE);
        Producer<byte[], byte[]> producer = producer(stack)) {
      sendFirst(producer, prefix, "c0");
      for (int i = 1; i < 1_200; i++) {
        long now = System.currentTimeMillis();
        producer.send(record(prefix, Topics.CLICKSTREAM, click("c" + i, now)));
      }
      producer.flush();
      commit(stack, prefix + "clickstream", 3);

      assertThat(run(stack, prefix)).isZero();

      JsonNode json = json();
      assertThat(json.get("wrong").asInt()).as(out.toString()).isZero();
      assertThat(json.get("warning").asInt()).as(out.toString()).isZero();
      assertThat(found(json, "ok", "backlog")).contains("clickstream", "behind");
      assertThat(found(json, "ok", "records")).contains("1,200, none refused");
      assertThat(found(json, "note", "time.lateness")).contains("time.lateness=500 ms");
    }
  }

  @Test
  void whatIsWrongIsFound(LocalStack shared) throws Exception {
    String prefix = "doctor-sick.";
    try (LocalStack stack = shared.another(prefix, PARTITIONS, TopicTime.LIVE);
        Admin admin = Admin.create(Map.of("bootstrap.servers", servers(stack)))) {
      set(admin, prefix + "cart", "message.timestamp.type", "CreateTime");
      set(admin, prefix + "profiles", "cleanup.policy", "delete");
      set(admin, prefix + "dead-letters", "max.message.bytes", "1000000");
      set(admin, prefix + "customers", "retention.ms", "3600000");
      admin.createPartitions(Map.of(prefix + "rules", NewPartitions.increaseTo(3))).all().get();
      admin.deleteTopics(List.of(prefix + "decisions")).all().get();
      writeBadRecords(stack, prefix);

      assertThat(run(stack, prefix)).isEqualTo(1);

      JsonNode json = json();
      assertThat(found(json, "wrong", "topics")).contains("decisions", "--create");
      assertThat(found(json, "wrong", "partitions")).contains("rules", "3 instead of 1");
      assertThat(found(json, "wrong", "cleanup.policy")).contains("profiles", "compact");
      assertThat(found(json, "wrong", "max.message.bytes")).contains("dead-letters");
      assertThat(found(json, "warning", "message.timestamp.type")).contains("cart");
      assertThat(found(json, "warning", "retention.ms")).contains("customers");
      assertThat(found(json, "wrong", "records"))
          .contains("orders", "UNREADABLE", "UNKNOWN_CURRENCY", "EUR where CNY is used");
      assertThat(found(json, "note", "anonymous")).contains("clickstream", "20.0 %");
      assertThat(found(json, "warning", "time.lateness"))
          .contains("clickstream", "25.0 % late", "time.lateness=2 min");
    }
  }

  @Test
  void brokersThatDoNotAnswerAreSaidToBeAway() throws Exception {
    Path config = config("127.0.0.1:1", "kairos.");
    long start = System.nanoTime();

    assertThat(run("doctor", "--config", config.toString())).isEqualTo(2);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    assertThat(out.toString()).contains("no answer", "kafka.bootstrap.servers");
  }

  /** A click alone: those that follow are not late by what it takes to find the brokers. */
  private static void sendFirst(Producer<byte[], byte[]> producer, String prefix, String customer)
      throws Exception {
    assertThat(producer.partitionsFor(Topics.CLICKSTREAM.name(prefix))).hasSize(PARTITIONS);
    byte[] click = click(customer, System.currentTimeMillis());
    producer.send(record(prefix, Topics.CLICKSTREAM, click)).get();
  }

  /** Of the clicks one in five is nobody's, and a quarter of the others a minute late. */
  private static void writeBadRecords(LocalStack stack, String prefix) throws Exception {
    try (Producer<byte[], byte[]> producer = producer(stack)) {
      sendFirst(producer, prefix, null);
      for (int i = 1; i < 2_000; i++) {
        long now = System.currentTimeMillis();
        String customer = i % 5 == 0 ? null : "c" + i;
        long time = i % 5 == 1 ? now - 65_000 : now;
        producer.send(record(prefix, Topics.CLICKSTREAM, click(customer, time)));
      }
      for (int i = 0; i < 10; i++) {
        long now = System.currentTimeMillis();
        producer.send(record(prefix, Topics.ORDERS, new byte[] {1, 2, 3}));
        producer.send(record(prefix, Topics.ORDERS, orderInEuro("o" + i, now)));
      }
    }
  }

  private static byte[] click(String customer, long time) {
    return SingleObject.encode(
        ClickstreamEvent.newBuilder()
            .setEventId("e-" + customer + time)
            .setCustomerId(customer)
            .setTime(time)
            .setType(ClickType.VIEW)
            .setItem("lamp")
            .build());
  }

  private static byte[] orderInEuro(String order, long time) {
    return SingleObject.encode(
        OrderEvent.newBuilder()
            .setEventId("e-" + order)
            .setCustomerId("c1")
            .setTime(time)
            .setType(OrderType.PLACED)
            .setOrderId(order)
            .setCurrency("EUR")
            .setLines(List.of())
            .setTotal(1_00)
            .build());
  }

  private static ProducerRecord<byte[], byte[]> record(String prefix, Topics topic, byte[] value) {
    return new ProducerRecord<>(topic.name(prefix), value);
  }

  private static Producer<byte[], byte[]> producer(LocalStack stack) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers(stack)),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** As the job's checkpoints do. */
  private static void commit(LocalStack stack, String topic, long place) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers(stack)))) {
      admin
          .alterConsumerGroupOffsets(
              stack.topicPrefix() + "job",
              Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(place)))
          .all()
          .get();
    }
  }

  private static void set(Admin admin, String topic, String key, String value) throws Exception {
    AlterConfigOp set = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
  }

  private static String servers(LocalStack stack) {
    return stack.kafka().bootstrapServers();
  }

  private Path config(String servers, String prefix) throws IOException {
    return Files.writeString(
        folder.resolve("job.properties"),
        "kafka.bootstrap.servers=%s\ntopic.prefix=%s\nprofile.key-salt=${env:PATH}\n"
            .formatted(servers, prefix));
  }

  private int run(LocalStack stack, String prefix) throws IOException {
    return run("doctor", "--json", "--config", config(servers(stack), prefix).toString());
  }

  private int run(String... args) {
    CommandLine command = KairosCommand.commandLine();
    command.setOut(new PrintWriter(out, true));
    return command.execute(args);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }

  /** All that a check found of one verdict. */
  private static String found(JsonNode json, String verdict, String check) {
    List<String> found = new ArrayList<>();
    for (JsonNode finding : json.get("findings")) {
      if (finding.get("verdict").asText().equals(verdict)
          && finding.get("check").asText().equals(check)) {
        found.add(finding.toString());
      }
    }
    return String.join("\n", found);
  }
}
