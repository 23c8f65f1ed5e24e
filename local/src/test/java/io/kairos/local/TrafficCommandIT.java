package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.job.SharedStack;
import io.kairos.local.view.ViewConsumer;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

/** Topics made and traffic sent on a Kafka that only its address is known of. */
@ExtendWith(SharedStack.class)
final class TrafficCommandIT {
  private static final String PREFIX = "traffic-it.";
  private static final TopicPartition CLICKS =
      new TopicPartition(Topics.CLICKSTREAM.name(PREFIX), 0);

  private final StringWriter out = new StringWriter();

  @Test
  void fillsTopicsThatWereCreatedBefore(LocalStack shared) throws Exception {
    String brokers = shared.kafka().bootstrapServers();

    assertThat(run(brokers, "topics", "create", "--partitions", "1")).isEqualTo(created());
    assertThat(run(brokers, "topics", "create", "--partitions", "1")).isEqualTo(present());
    sendsNoEventAheadOfTheWall(brokers);
    saysWhereATopicDiffers(brokers);
  }

  @Test
  void saysWhatToDoWhereTheTopicsAreMissing(LocalStack shared) {
    StringWriter err = new StringWriter();
    CommandLine command =
        KairosCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    int code =
        command.execute(
            "traffic",
            "--bootstrap-servers",
            shared.kafka().bootstrapServers(),
            "--topic-prefix",
            "nowhere.",
            "--duration",
            "1m");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains("the topics nowhere.* are missing: ./kairos topics create creates them")
        .doesNotContain("Exception");
  }

  private void sendsNoEventAheadOfTheWall(String brokers) throws IOException {
    String told =
        run(brokers, "traffic", "--customers", "100", "--duration", "1s").lines().toList().get(1);
    long end = System.currentTimeMillis();

    List<ConsumerRecord<byte[], byte[]>> clicks = clicks(brokers);
    assertThat(told).contains(String.format(Locale.ROOT, "%,d to clickstream", clicks.size()));
    assertThat(clicks).isNotEmpty();
    for (ConsumerRecord<byte[], byte[]> click : clicks) {
      assertThat(click.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
      assertThat(ClickstreamEvent.getDecoder().decode(click.value()).getTime())
          .isLessThanOrEqualTo(end);
    }
  }

  private void saysWhereATopicDiffers(String brokers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin
          .createPartitions(Map.of(Topics.CART.name(PREFIX), NewPartitions.increaseTo(2)))
          .all()
          .get();
    }
    assertThat(run(brokers, "topics", "create", "--partitions", "1"))
        .contains("exists   traffic-it.cart\n         partitions is 2, planned 1\n");
    assertThat(run(brokers, "topics", "create", "--partitions", "1", "--replication-factor", "3"))
        .contains(
            """
            exists   traffic-it.orders
                     replication factor is 1, planned 3
                     min.insync.replicas is 1, planned 2
            """);
  }

  private static String created() {
    return lines("created  ");
  }

  private static String present() {
    return lines("exists   ");
  }

  private static String lines(String fate) {
    StringBuilder lines = new StringBuilder();
    for (Topics topic : Topics.values()) {
      lines.append(fate).append(topic.name(PREFIX)).append('\n');
    }
    return lines.toString();
  }

  private static List<ConsumerRecord<byte[], byte[]>> clicks(String brokers) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer = ViewConsumer.connect(brokers)) {
      consumer.assign(List.of(CLICKS));
      long end = consumer.endOffsets(List.of(CLICKS)).get(CLICKS);
      while (consumer.position(CLICKS) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
      }
    }
    return all;
  }

  /** What the command prints; it must succeed. */
  private String run(String brokers, String... args) {
    out.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--bootstrap-servers", brokers, "--topic-prefix", PREFIX));
    if (args[0].equals("topics") && !all.contains("--replication-factor")) {
      all.addAll(List.of("--replication-factor", "1"));
    }
    CommandLine command = KairosCommand.commandLine().setOut(new PrintWriter(out, true));
    assertThat(command.execute(all.toArray(String[]::new))).isZero();
    return out.toString();
  }
}
