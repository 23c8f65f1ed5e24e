package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A job that comes back after the broker has deleted what it had not read, or all there was. */
@Timeout(120)
@ExtendWith(SharedStack.class)
final class DeletedEventsIT {
  private static final Map<String, String> OPTIONS =
      JobOnBroker.with(
          JobOnBroker.replayTo(Long.MAX_VALUE - 1),
          "source.bounded",
          "false",
          "flink.restart-strategy.type",
          "fixed-delay",
          "flink.restart-strategy.fixed-delay.attempts",
          "1000000");

  private static final Map<String, String> LIVE = Map.of("flink.restart-strategy.type", "none");

  /** The records are all unreadable, so that the dead letters tell which were read. */
  @Test
  void endsByANameAndGoesOnOnlyWhereItIsToSkipThem(LocalStack shared, @TempDir Path savepoints)
      throws Exception {
    try (JobOnBroker job = JobOnBroker.open(shared, 1, TopicTime.REPLAY);
        Admin admin = admin(job)) {
      TopicPartition cart = new TopicPartition(Topics.CART.name(job.stack().topicPrefix()), 0);
      produce(job, 2);
      String savepoint = readTo(job, OPTIONS, savepoints, 0L, 1L);
      produce(job, 8);
      admin.deleteRecords(Map.of(cart, RecordsToDelete.beforeOffset(7))).all().get();

      assertThatThrownBy(() -> job.run(from(savepoint)))
          .isInstanceOf(JobExecutionException.class)
          .hasStackTraceContaining("EVENTS_DELETED: records of partition " + cart + " were deleted")
          .hasStackTraceContaining("up to offset 2, and the earliest there is is 7: 5 offsets");

      Map<String, String> skipping =
          JobOnBroker.with(from(savepoint), "source.deleted-events", "skip");
      String later = readTo(job, skipping, savepoints, 0L, 1L, 7L, 8L, 9L);

      admin.deleteTopics(List.of(cart.topic())).all().get();
      admin
          .createTopics(List.of(new NewTopic(cart.topic(), Optional.of(1), Optional.empty())))
          .all()
          .get();
      assertThatThrownBy(() -> job.run(from(later)))
          .isInstanceOf(JobExecutionException.class)
          .hasStackTraceContaining("EVENTS_DELETED: partition " + cart)
          .hasStackTraceContaining("up to offset 10, but ends at 0");
    }
  }

  @Test
  void missesNoMarkOfATransactionThatWasTheLastThingInAPartition(
      LocalStack shared, @TempDir Path savepoints) throws Exception {
    try (JobOnBroker job = JobOnBroker.open(shared, 1, TopicTime.LIVE);
        Admin admin = admin(job)) {
      TopicPartition clicks =
          new TopicPartition(Topics.CLICKSTREAM.name(job.stack().topicPrefix()), 0);
      job.produceInTransaction(List.of(ShopEvents.viewed("before", Instant.now())));
      RunningJob first = job.start(LIVE);
      awaitProfile(job, first, "before");
      String savepoint = first.stopWithSavepoint(savepoints);
      admin.deleteRecords(Map.of(clicks, RecordsToDelete.beforeOffset(2))).all().get();
      job.produce(List.of(ShopEvents.viewed("after", Instant.now())));

      RunningJob next =
          job.start(JobOnBroker.with(LIVE, "flink.execution.state-recovery.path", savepoint));
      awaitProfile(job, next, "after");
      next.stopWithSavepoint(savepoints);
    }
  }

  /** It comes once time has passed the event, so that every partition is proved to have ended. */
  private static void awaitProfile(JobOnBroker job, RunningJob running, String customer)
      throws Exception {
    Deadline.await(
        "the profile of " + customer,
        () ->
            running.isEnded() || Written.bytes(job.stack(), Topics.PROFILES).containsKey(customer));
  }

  private static Admin admin(JobOnBroker job) {
    return Admin.create(Map.of("bootstrap.servers", job.stack().kafka().bootstrapServers()));
  }

  private static void produce(JobOnBroker job, int records) throws Exception {
    job.produce(Collections.nCopies(records, new Input(Topics.CART, 0, 0, null, new byte[] {1})));
  }

  /** Runs the job until records of so many offsets have been read; returns its savepoint. */
  private static String readTo(
      JobOnBroker job, Map<String, String> options, Path savepoints, Long... offsets)
      throws Exception {
    RunningJob running = job.start(options);
    Deadline.await(
        "records " + List.of(offsets),
        () -> running.isEnded() || read(job).equals(List.of(offsets)));
    return running.stopWithSavepoint(savepoints);
  }

  private static List<Long> read(JobOnBroker job) throws IOException {
    return Written.deadLetters(job.stack()).stream()
        .map(DeadLetter::getOffset)
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<String, String> from(String savepoint) {
    return JobOnBroker.with(OPTIONS, "flink.execution.state-recovery.path", savepoint);
  }
}
