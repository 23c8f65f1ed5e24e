package io.kairos.local.job;

import static io.kairos.local.job.OnceShop.BEYOND;
import static io.kairos.local.job.OnceShop.HALF;
import static io.kairos.local.job.OnceShop.count;
import static io.kairos.local.job.OnceShop.endless;
import static io.kairos.local.job.OnceShop.newestCheckpoint;
import static io.kairos.local.job.OnceShop.restored;
import static io.kairos.local.job.OnceShop.trapped;
import static io.kairos.local.job.OnceShop.triggers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A job broke, and another goes on from what it left: with other subtasks, from its savepoint. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedStack.class)
final class OnceWithOthersIT {
  private static final Set<Failpoint> BEFORE_A_CHECKPOINT =
      EnumSet.of(
          Failpoint.BEFORE_BARRIER, Failpoint.AFTER_PRE_COMMIT, Failpoint.ACKNOWLEDGED_INCOMPLETE);

  private Map<String, List<String>> expected;

  @BeforeAll
  void runUnbroken(LocalStack stack) throws Exception {
    expected = OnceShop.unbroken(stack);
  }

  /** All with -Plong; else one before a checkpoint, one after it, one after what it sent. */
  static Set<Failpoint> points() {
    return Boolean.getBoolean("kairos.long")
        ? EnumSet.complementOf(
            EnumSet.of(Failpoint.HANGS_BEFORE_COMMIT, Failpoint.NOTIFIED_NOT_SENT_TWICE))
        : EnumSet.of(
            Failpoint.ACKNOWLEDGED_INCOMPLETE,
            Failpoint.STORED_NOT_NOTIFIED,
            Failpoint.COMMITTED_STILL_IN_STATE);
  }

  @ParameterizedTest
  @MethodSource("points")
  void anotherParallelismGoesOnFromEachFailpoint(
      Failpoint point, LocalStack stack, @TempDir Path folder) throws Exception {
    Trap trap = Trap.at(point);
    Map<String, String> unattended =
        JobOnBroker.with(endless(folder), "flink.restart-strategy.type", "none");
    Map<String, String> watched = WatchedStorage.options(unattended, trap);
    try (JobOnBroker broken = OnceShop.open(stack)) {
      broken.tick(HALF);
      RunningJob first = broken.start(watched, trapped(trap));
      Deadline.await("the end of the broken job", first::isEnded);
      assertThat(trap.broken()).isPositive();

      broken.tick(BEYOND);
      RunningJob next =
          broken.start(
              JobOnBroker.with(
                  fromTheNewest(folder, unattended, point), "flink.parallelism.default", "3"));
      awaitAll(broken);
      next.stopWithSavepoint(folder);

      assertThat(triggers(broken)).isEqualTo(expected);
    }
  }

  /** The savepoint holds all triggers, and none was sent: no checkpoint came before it. */
  @Test
  void aSavepointGoesOnThoughItsJobBrokeBeforeItSent(LocalStack stack, @TempDir Path folder)
      throws Exception {
    Trap trap = Trap.at(Failpoint.HANGS_BEFORE_COMMIT);
    Map<String, String> options = endless(folder);
    try (JobOnBroker job = OnceShop.open(stack)) {
      job.tick(HALF);
      RunningJob stopped =
          job.start(
              JobOnBroker.with(options, "flink.execution.checkpointing.interval", "1 h"),
              trapped(trap));
      Deadline.await("decisions", () -> !Written.bytes(job.stack(), Topics.DECISIONS).isEmpty());
      CompletableFuture<String> stop = CompletableFuture.supplyAsync(() -> stop(stopped, folder));
      Deadline.await("a savepoint, and a commit that hangs", () -> trap.broken() > 0);
      stopped.cancel();
      Deadline.await("the end of the job", stopped::isEnded);
      assertThat(stop).as("the stop has no answer").isCompletedExceptionally();
      assertThat(triggers(job)).isEmpty();

      job.tick(BEYOND);
      RunningJob next =
          job.start(
              JobOnBroker.with(
                  restored(options, newestCheckpoint(folder)), "flink.parallelism.default", "1"));
      awaitAll(job);
      next.stopWithSavepoint(folder);

      assertThat(triggers(job)).isEqualTo(expected);
    }
  }

  private static String stop(RunningJob job, Path folder) {
    try {
      return job.stopWithSavepoint(folder);
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** From the beginning, where no checkpoint was complete. */
  private static Map<String, String> fromTheNewest(
      Path folder, Map<String, String> options, Failpoint point) throws IOException {
    try {
      return restored(options, newestCheckpoint(folder));
    } catch (NoSuchElementException none) {
      assertThat(BEFORE_A_CHECKPOINT).contains(point);
      return options;
    }
  }

  private void awaitAll(JobOnBroker job) throws Exception {
    OnceShop.await(job, count(expected));
  }
}
