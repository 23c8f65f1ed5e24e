package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TopicTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.runtime.client.JobExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three topics, each of which begins when the one before it ends. */
@ExtendWith(SharedStack.class)
final class WaitingRoomIT {
  private static final int EVENTS_EACH = 10_000;
  private static final int CUSTOMERS = 200;
  private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
  private static final Duration SPAN = Duration.ofHours(10);
  private static final Instant END = START.plus(SPAN.multipliedBy(3));

  /** All of two topics would take half as much again. */
  private static final String ROOM = "18 mb";

  private LocalStack stack;

  @BeforeEach
  void share(LocalStack shared) {
    stack = shared;
  }

  @Test
  void alignmentKeepsItSmall() throws Exception {
    try (JobOnBroker job = JobOnBroker.open(stack, 1, TopicTime.REPLAY)) {
      job.produce(threeTopicsFarApart());

      JobExecutionResult result = job.run(options("3 h"));

      assertThat(JobOnBroker.counted(result, "events").values().stream().mapToLong(n -> n).sum())
          .isEqualTo(3L * EVENTS_EACH);
      assertThat(JobOnBroker.counted(result, "behind")).isEmpty();
    }
  }

  @Test
  void withoutAlignmentItOverflowsAndTheJobEndsWithoutARestart() throws Exception {
    try (JobOnBroker job = JobOnBroker.open(stack, 1, TopicTime.REPLAY)) {
      job.produce(threeTopicsFarApart());
      RunningJob running =
          job.start(
              JobOnBroker.with(
                  options("30 d"),
                  "flink.restart-strategy.type",
                  "fixed-delay",
                  "flink.restart-strategy.fixed-delay.attempts",
                  "1000000"));

      assertThatThrownBy(running::awaitEnd)
          .isInstanceOf(JobExecutionException.class)
          .hasStackTraceContaining("WAITING_ROOM_FULL");
    }
  }

  /**
   * Reads in small steps: alignment begins with the first record of the last partition, and then
   * takes some hundred milliseconds to get hold of a reader.
   */
  private static Map<String, String> options(String alignment) {
    return JobOnBroker.with(
        JobOnBroker.replayTo(END.toEpochMilli()),
        KairosOptions.ALIGNMENT.key(),
        alignment,
        KairosOptions.MAX_WAITING.key(),
        ROOM,
        "kafka.max.poll.records",
        "5",
        "kafka.max.partition.fetch.bytes",
        "16384");
  }

  private static List<Input> threeTopicsFarApart() {
    List<Input> all = new ArrayList<>(3 * EVENTS_EACH);
    Map<String, String> padding = padding();
    for (int i = 0; i < EVENTS_EACH; i++) {
      all.add(ShopEvents.viewed(customer(i), time(0, i), padding));
    }
    for (int i = 0; i < EVENTS_EACH; i++) {
      all.add(ShopEvents.addedToCart(customer(i), time(1, i), padding));
    }
    for (int i = 0; i < EVENTS_EACH; i++) {
      all.add(ShopEvents.ordered(customer(i), time(2, i), padding));
    }
    return all;
  }

  private static String customer(int number) {
    return "c" + number % CUSTOMERS;
  }

  private static Instant time(int span, int number) {
    return START
        .plus(SPAN.multipliedBy(span))
        .plus(SPAN.multipliedBy(number).dividedBy(EVENTS_EACH));
  }

  /** About a kilobyte of attributes. */
  private static Map<String, String> padding() {
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < 16; i++) {
      attributes.put("attribute-" + i, "x".repeat(64));
    }
    return attributes;
  }
}
