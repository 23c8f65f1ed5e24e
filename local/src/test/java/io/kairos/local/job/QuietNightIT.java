package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Decision;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Time goes on where nothing more comes, and waits where something lies unread. */
@ExtendWith(SharedStack.class)
final class QuietNightIT {
  private static final String CUSTOMER = "ada";
  private static final String ANOTHER = "ben";
  private static final int BACKLOG = 15_000;
  private static final Duration WHILE = Duration.ofMinutes(30);
  private static final Instant EVENING = Instant.parse("2026-09-01T20:00:00Z");

  private static final String SLOW_RULES =
      HastyRules.YAML.replace("after: 4s", "after: 1h").replace("idle: 2s", "idle: 30m");

  @TempDir private Path folder;
  private LocalStack stack;

  @BeforeEach
  void share(LocalStack shared) {
    stack = shared;
  }

  @Test
  void aReminderFiresThoughSomeTopicsWereSilentForEver() throws Exception {
    try (JobOnBroker job = JobOnBroker.open(stack, 2, TopicTime.LIVE)) {
      RunningJob running = job.start(liveWithHastyRules());
      job.produce(List.of(ShopEvents.addedToCart(CUSTOMER, Instant.now())));

      Deadline.await(
          "a reminder while others look around",
          () -> {
            job.produce(List.of(ShopEvents.viewed(ANOTHER, Instant.now())));
            return !reminders(job, CUSTOMER).isEmpty();
          });
      running.stopWithSavepoint(folder);
    }
  }

  /**
   * By default a second of skew, two of lateness, and a few checks, which take 200 ms each; by the
   * trigger's own time in its topic.
   */
  @Test
  void aDeadlineIsKeptInSecondsThoughAllTrafficHasStopped() throws Exception {
    try (JobOnBroker job = JobOnBroker.open(stack, 2, TopicTime.LIVE)) {
      RunningJob running = job.start(liveWithHastyRules());
      job.produce(List.of(ShopEvents.addedToCart(ANOTHER, Instant.now())));
      awaitReminder(job, ANOTHER);

      Instant left = Instant.now();
      job.produce(List.of(ShopEvents.addedToCart(CUSTOMER, left)));
      awaitReminder(job, CUSTOMER);

      Duration late = Duration.between(left.plus(HastyRules.AFTER), written(job, CUSTOMER));
      assertThat(late).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10));
      running.stopWithSavepoint(folder);
    }
  }

  /** The end of a partition then stays above its last record, by the marks of transactions. */
  @Test
  void aReminderFiresThoughWhatWasWrittenLastIsTheMarkOfATransaction() throws Exception {
    try (JobOnBroker job = JobOnBroker.open(stack, 1, TopicTime.LIVE)) {
      RunningJob running = job.start(liveWithHastyRules());
      job.produceInTransaction(List.of(ShopEvents.addedToCart(CUSTOMER, Instant.now())));

      awaitReminder(job, CUSTOMER);
      running.stopWithSavepoint(folder);
    }
  }

  /**
   * Both have left a cart, and one of them has ordered, which is unread for long: first clicks of
   * the hour before are to be read, in small windows of time, and that holds the orders back for
   * longer than counts as quiet; then other orders.
   */
  @Test
  void noReminderFiresForACartWhoseOrderLiesUnread() throws Exception {
    try (JobOnBroker job = JobOnBroker.open(stack, 1, TopicTime.REPLAY)) {
      job.produce(cartsAndLateReadOrder());
      RunningJob running =
          job.start(
              Map.of(
                  KairosOptions.ALIGNMENT.key(), "1 min",
                  KairosOptions.RULES.key(), rules(SLOW_RULES),
                  KairosOptions.MODE.key(), "replay"));

      awaitReminder(job, ANOTHER);
      running.stopWithSavepoint(folder);
      JobExecutionResult result = running.awaitEnd();

      assertThat(reminders(job, CUSTOMER)).isEmpty();
      assertThat(Written.decisions(job.stack()))
          .filteredOn(decision -> decision.getCustomerId().equals(CUSTOMER))
          .filteredOn(decision -> decision.getRule().equals("cart-abandon"))
          .extracting(Decision::getReason)
          .containsExactly("STOPPED");
      assertThat(JobOnBroker.counted(result, "behind")).isEmpty();
    }
  }

  private static List<Input> cartsAndLateReadOrder() {
    List<Input> inputs = new ArrayList<>();
    inputs.add(ShopEvents.addedToCart(CUSTOMER, EVENING));
    inputs.add(ShopEvents.addedToCart(ANOTHER, EVENING));
    for (int i = 0; i < BACKLOG; i++) {
      Duration after = WHILE.multipliedBy(i).dividedBy(BACKLOG);
      inputs.add(ShopEvents.viewed("filler-" + i % 500, EVENING.minus(WHILE).plus(after)));
      inputs.add(ShopEvents.ordered("filler-" + i % 500, EVENING.plus(after)));
    }
    inputs.add(ShopEvents.ordered(CUSTOMER, EVENING.plus(WHILE)));
    return inputs;
  }

  private Map<String, String> liveWithHastyRules() throws IOException {
    return Map.of(KairosOptions.RULES.key(), HastyRules.in(folder));
  }

  private String rules(String yaml) throws IOException {
    return Files.writeString(folder.resolve("rules.yaml"), yaml).toString();
  }

  private static void awaitReminder(JobOnBroker job, String customer) throws Exception {
    Deadline.await("a reminder for " + customer, () -> !reminders(job, customer).isEmpty());
  }

  /** When the first trigger for a customer was written. */
  private static Instant written(JobOnBroker job, String customer) {
    LocalStack stack = job.stack();
    String triggers = Topics.TRIGGERS.name(stack.topicPrefix());
    return Written.records(stack.kafka().bootstrapServers(), triggers).stream()
        .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(customer))
        .map(record -> Instant.ofEpochMilli(record.timestamp()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Trigger> reminders(JobOnBroker job, String customer) throws IOException {
    return Written.triggers(job.stack()).stream()
        .filter(trigger -> trigger.getCustomerId().equals(customer))
        .toList();
  }
}
