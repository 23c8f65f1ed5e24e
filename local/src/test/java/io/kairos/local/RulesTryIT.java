package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.traffic.FeedProducer;
import io.kairos.local.traffic.TrafficFeed;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@ExtendWith(SharedStack.class)
final class RulesTryIT {
  private static final String PREFIX = "rules-try-it.";
  private static final String RULES =
      """
      rules:
        - id: liked
          event: like
          after: 10m
          send: {channel: push, template: thanks}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine command = KairosCommand.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(args);
  }

  @Test
  void asksOfACustomerWhoseEventsLieInTopics(LocalStack shared, @TempDir Path folder)
      throws Exception {
    String rules = Files.writeString(folder.resolve("rules.yaml"), RULES).toString();
    try (LocalStack stack = shared.another(PREFIX, 3, TopicTime.REPLAY)) {
      String broker = stack.kafka().bootstrapServers();
      feed(broker);

      assertThat(tried(rules, "ann", broker, PREFIX)).isZero();
      assertThat(out.toString())
          .contains("Customer ann as of 2026-03-10 11:00 Asia/Shanghai", "liked  says push thanks");

      assertThat(tried(rules, "bob", broker, PREFIX)).isZero();
      assertThat(out.toString()).contains("no like of this customer ever came");

      assertThat(tried(rules, "nobody", broker, PREFIX)).isEqualTo(1);
      assertThat(err.toString()).contains("no event of a customer 'nobody' in the topics");

      assertThat(tried(rules, "ann", broker, "nothing.")).isEqualTo(1);
      assertThat(err.toString()).contains("are not all on Kafka");
    }
  }

  private int tried(String rules, String customer, String broker, String prefix) {
    return run(
        "rules",
        "try",
        rules,
        "--customer",
        customer,
        "--bootstrap-servers",
        broker,
        "--topic-prefix",
        prefix);
  }

  private static void feed(String broker) throws Exception {
    try (TrafficFeed feed = new TrafficFeed(FeedProducer.connect(broker), PREFIX)) {
      feed.feedAll(
          List.of(
                  click("ann", ClickType.LIKE, "2026-03-10T02:00:00Z"),
                  click("bob", ClickType.VIEW, "2026-03-10T03:00:00Z"))
              .iterator());
    }
  }

  private static InputEvent click(String customer, ClickType type, String time) {
    long millis = Instant.parse(time).toEpochMilli();
    ClickstreamEvent click =
        ClickstreamEvent.newBuilder()
            .setType(type)
            .setItem("lamp")
            .setEventId(customer + time)
            .setCustomerId(customer)
            .setTime(millis)
            .build();
    return new InputEvent(Topics.CLICKSTREAM, customer, millis, click);
  }
}
