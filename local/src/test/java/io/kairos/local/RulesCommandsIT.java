package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.replay.WholeTopic;
import io.kairos.local.view.ViewConsumer;
import io.kairos.wire.RuleRecord;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@ExtendWith(SharedStack.class)
final class RulesCommandsIT {
  private static final String PREFIX = "rules-it.";
  private static final String FILE =
      """
      rules:
        - id: dormancy
          becomes: activity.idleDays >= 20
          send: {channel: push, template: we-miss-you}
        - id: hello                      # new 👩\u200d💻
          event: view
          send: {channel: push, template: hello}
      tables:
        goes-with: {phones: cases}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String brokers;

  @Test
  void changeRulesFromThePublicationToTheRollback(LocalStack shared) throws Exception {
    try (LocalStack stack = shared.another(PREFIX, 3, TopicTime.LIVE)) {
      brokers = stack.kafka().bootstrapServers();

      listsWhatShips();
      publishesOnlyWithAYes();
      publishesAFileAtOneInstant();
      publishesNothingTwice();
      refusesWhatTheEngineRefuses();
      pausesAndResumes();
      withdrawsAndRollsBack();
      pausesAll();
      publishesForLater();
      showsVersions();
      resumesWhatIsPlannedForItsDay();
      leavesOutWhatItCannotRead();

      assertThat(keys())
          .containsExactly(
              "table/goes-with@1",
              "rule/dormancy@2",
              "rule/hello@1",
              "rule/dormancy@3",
              "rule/dormancy@4",
              "rule/dormancy@5",
              "rule/dormancy@6",
              "policy/kill-switch@1",
              "policy/kill-switch@2",
              "rule/hello@2",
              "rule/hello@3",
              "rule/hello@4",
              "rule/hello@5",
              "rule/odd@1");
    }
  }

  private void listsWhatShips() {
    assertThat(run("list")).isZero();
    assertThat(out.toString())
        .containsPattern("dormancy +active +1 +always +activity.idleDays >= 30 +1 +sms")
        .doesNotContain("Not yet in force");
  }

  private void publishesOnlyWithAYes() throws IOException {
    assertThat(run("publish", file(FILE))).isEqualTo(1);
    assertThat(out.toString()).contains("hello: new, version 1", "+ becomes: activity.idleDays");
    assertThat(err.toString()).contains("no terminal to ask, so say --yes");
    assertThat(records()).isEmpty();
  }

  private void publishesAFileAtOneInstant() throws IOException {
    assertThat(run("publish", file(FILE), "--yes", "--author", "ann", "--note", "more")).isZero();
    assertThat(out.toString().lines().filter(line -> line.startsWith("Published"))).hasSize(3);

    List<ConsumerRecord<byte[], byte[]>> written = records();
    assertThat(written)
        .extracting(ConsumerRecord::timestamp)
        .hasSize(3)
        .containsOnly(written.get(0).timestamp());
    RuleRecord dormancy = RuleRecord.getDecoder().decode(written.get(1).value());
    assertThat(dormancy.getBody())
        .isEqualTo(
            """
            id: dormancy
            becomes: activity.idleDays >= 20
            send: {channel: push, template: we-miss-you}
            """);
    assertThat(dormancy.getVersion()).isEqualTo(2);
    assertThat(dormancy.getAuthor()).isEqualTo("ann");
    assertThat(dormancy.getNote()).isEqualTo("more");
    assertThat(dormancy.getEffectiveFrom()).isNull();

    assertThat(run("list")).isZero();
    assertThat(out.toString()).containsPattern("(?s)Not yet in force.*hello +active +1 .* ann");
  }

  private void publishesNothingTwice() throws IOException {
    assertThat(run("publish", file(FILE))).isZero();
    assertThat(out.toString()).startsWith("Nothing to publish");
  }

  private void refusesWhatTheEngineRefuses() throws IOException {
    assertThat(run("publish", file(FILE.replace("activity.idleDays", "activity.idelDays")), "-y"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("rules.yaml", "error:", "did you mean activity.idleDays");
    assertThat(records()).hasSize(3);
  }

  private void pausesAndResumes() {
    assertThat(run("pause", "dormancy", "--note", "too many")).isZero();
    assertThat(out.toString()).contains("Paused dormancy: version 3, takes effect at 20");
    assertThat(run("pause", "dormancy")).isEqualTo(1);
    assertThat(err.toString()).contains("dormancy is paused already");

    assertThat(run("resume", "dormancy")).isZero();
    assertThat(run("pause", "dormanci")).isEqualTo(1);
    assertThat(err.toString()).contains("no rule 'dormanci': did you mean dormancy?");
  }

  private void withdrawsAndRollsBack() throws IOException {
    assertThat(run("withdraw", "dormancy")).isZero();
    RuleRecord withdrawn = last();
    assertThat(withdrawn.getStatus()).isEqualTo("withdrawn");
    assertThat(withdrawn.getBody()).contains("activity.idleDays >= 20");

    assertThat(run("publish", "--rollback", "dormancy", "--to", "1", "--yes")).isZero();
    assertThat(out.toString()).contains("- becomes: activity.idleDays >= 20");
    RuleRecord back = last();
    assertThat(back.getStatus()).isEqualTo("active");
    assertThat(back.getBody()).contains("activity.idleDays >= 30");
  }

  private void pausesAll() throws IOException {
    assertThat(run("pause", "--all")).isZero();
    RuleRecord kill = last();
    assertThat(kill.getStatus()).isEqualTo("paused");
    assertThat(kill.getBody()).isEmpty();
    assertThat(run("resume", "--all")).isZero();
    assertThat(run("resume", "--all")).isEqualTo(1);
  }

  private void publishesForLater() throws IOException {
    String later =
        """
        rules:
          - id: hello
            event: like
            send: {channel: push, template: hello}
        """;
    String from = "2999-01-01T00:00:00Z";
    String to = "2999-02-01T00:00:00Z";
    assertThat(run("publish", file(later), "-y", "--from", from, "--to", to)).isZero();
    assertThat(out.toString()).contains("+ from: 2999-01-01 08:00:00", "+ to: 2999-02-01 08:00:00");
    assertThat(last().getEffectiveFrom()).isEqualTo(32_472_144_000_000L);
  }

  private void showsVersions() {
    assertThat(run("show", "hello", "--version", "1")).isZero();
    assertThat(out.toString())
        .contains("# hello, version 1: active", "  - id: hello # new 👩\u200d💻");
    assertThat(run("show", "hello", "--version", "7")).isEqualTo(1);
    assertThat(run("history", "hello")).isZero();
    assertThat(out.toString()).containsPattern("2 +active +2999-01-01 08:00:00 .*not yet");
  }

  private void resumesWhatIsPlannedForItsDay() throws IOException {
    assertThat(run("pause", "hello")).isZero();
    assertThat(last().getBody()).contains("event: view");
    assertThat(run("resume", "hello")).isZero();
    assertThat(out.toString())
        .contains("Resumed hello: version 4, takes effect at 20")
        .contains("Resumed hello: version 5, takes effect at 2999-01-01 08:00:00 Asia/Shanghai");
    assertThat(last().getBody()).contains("event: like");
  }

  private void leavesOutWhatItCannotRead() throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", brokers);
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] key = "rule/odd@1".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(topic(), key, new byte[] {7})).get();
    }
    assertThat(run("list")).isZero();
    assertThat(err.toString()).contains("left out 1 record of the rules topic");
  }

  private String file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("rules.yaml"), yaml).toString();
  }

  private List<String> keys() {
    return records().stream()
        .map(record -> new String(record.key(), StandardCharsets.UTF_8))
        .toList();
  }

  private RuleRecord last() throws IOException {
    List<ConsumerRecord<byte[], byte[]>> all = records();
    return RuleRecord.getDecoder().decode(all.get(all.size() - 1).value());
  }

  private List<ConsumerRecord<byte[], byte[]>> records() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer = ViewConsumer.connect(brokers)) {
      new WholeTopic(consumer, topic()).forEach(records::add);
    }
    return records;
  }

  private static String topic() {
    return Topics.RULES.name(PREFIX);
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine command = KairosCommand.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of("rules"));
    all.addAll(List.of(args));
    all.addAll(List.of("--bootstrap-servers", brokers, "--topic-prefix", PREFIX));
    return command.execute(all.toArray(String[]::new));
  }
}
