package io.kairos.local.job;

import static io.kairos.local.job.OnceShop.BEYOND;
import static io.kairos.local.job.OnceShop.END;
import static io.kairos.local.job.OnceShop.HALF;
import static io.kairos.local.job.OnceShop.bounded;
import static io.kairos.local.job.OnceShop.count;
import static io.kairos.local.job.OnceShop.distinct;
import static io.kairos.local.job.OnceShop.endless;
import static io.kairos.local.job.OnceShop.newestCheckpoint;
import static io.kairos.local.job.OnceShop.restored;
import static io.kairos.local.job.OnceShop.trapped;
import static io.kairos.local.job.OnceShop.triggers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Whatever breaks on the way, a reader of committed records sees every trigger once. Each run is
 * compared with one that nothing breaks, record by record.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedStack.class)
final class ExactlyOnceIT {
  private Map<String, List<String>> expected;

  @BeforeAll
  void runUnbroken(LocalStack stack) throws Exception {
    expected = OnceShop.unbroken(stack);
  }

  @ParameterizedTest
  @EnumSource(
      value = Failpoint.class,
      mode = Mode.EXCLUDE,
      names = {"COMMITTED_STILL_IN_STATE", "HANGS_BEFORE_COMMIT"})
  void sendsEachTriggerOnceThoughItBreaks(Failpoint point, LocalStack stack, @TempDir Path folder)
      throws Exception {
    Trap trap = Trap.at(point);
    try (JobOnBroker broken = OnceShop.open(stack)) {
      broken.start(WatchedStorage.options(bounded(folder), trap), trapped(trap)).awaitEnd();

      assertThat(trap.broken()).isPositive();
      assertThat(triggers(broken)).isEqualTo(expected);
    }
  }

  @Test
  void doesNotSendAgainWhatOnlyTheCheckpointHoldsForUnsent(LocalStack stack, @TempDir Path folder)
      throws Exception {
    Trap trap = Trap.at(Failpoint.COMMITTED_STILL_IN_STATE);
    try (JobOnBroker broken = OnceShop.open(stack)) {
      broken.tick(HALF);
      RunningJob job = broken.start(endless(folder), trapped(trap));
      Deadline.await("a commit, and a failure after it", () -> trap.broken() > 0);

      broken.tick(BEYOND);
      awaitAll(broken);
      job.stopWithSavepoint(folder);

      assertThat(triggers(broken)).isEqualTo(expected);
    }
  }

  @Test
  void sendsWhatACancelledJobHadNotSentWithAnotherParallelism(
      LocalStack stack, @TempDir Path folder) throws Exception {
    Trap trap = Trap.at(Failpoint.HANGS_BEFORE_COMMIT);
    try (JobOnBroker broken = OnceShop.open(stack)) {
      broken.tick(HALF);
      RunningJob cancelled = broken.start(endless(folder), trapped(trap));
      Deadline.await("a checkpoint that is complete", () -> trap.broken() > 0);
      cancelled.cancel();
      Deadline.await("the end of the job", cancelled::isEnded);
      assertThat(triggers(broken)).isEmpty();

      broken.tick(BEYOND);
      RunningJob next =
          broken.start(
              JobOnBroker.with(
                  restored(endless(folder), newestCheckpoint(folder)),
                  "flink.parallelism.default",
                  "1"));
      awaitAll(broken);
      next.stopWithSavepoint(folder);

      assertThat(triggers(broken)).isEqualTo(expected);
    }
  }

  @Test
  void repeatsTheSameBytesFromAnOlderSavepoint(LocalStack stack, @TempDir Path folder)
      throws Exception {
    try (JobOnBroker job = OnceShop.open(stack)) {
      job.tick(HALF);
      RunningJob first = job.start(endless(folder));
      Deadline.await("triggers", () -> !triggers(job).isEmpty());
      String savepoint = first.stopWithSavepoint(folder);
      final int before = count(triggers(job));

      job.tick(BEYOND);
      RunningJob second = job.start(restored(endless(folder), savepoint));
      awaitAll(job);
      second.stopWithSavepoint(folder);
      assertThat(triggers(job)).isEqualTo(expected);

      RunningJob again = job.start(restored(endless(folder), savepoint));
      int all = 2 * count(expected) - before;
      Deadline.await(all + " triggers", () -> count(triggers(job)) >= all);
      again.stopWithSavepoint(folder);

      assertThat(count(triggers(job))).isEqualTo(all);
      assertThat(distinct(triggers(job))).isEqualTo(distinct(expected));
    }
  }

  @Test
  void goesFromExactlyOnceToAtLeastOnceAndBack(LocalStack stack, @TempDir Path folder)
      throws Exception {
    try (JobOnBroker job = OnceShop.open(stack)) {
      String savepoint = null;
      for (String guarantee : List.of("exactly-once", "at-least-once", "exactly-once")) {
        Map<String, String> options =
            JobOnBroker.with(endless(folder), KairosOptions.GUARANTEE.key(), guarantee);
        RunningJob leg = job.start(savepoint == null ? options : restored(options, savepoint));
        int before = count(triggers(job));
        job.tick(savepoint == null ? HALF : (HALF + END) / 2);
        if (guarantee.equals("at-least-once") || savepoint == null) {
          Deadline.await("more triggers", () -> count(triggers(job)) > before);
        } else {
          job.tick(BEYOND);
          awaitAll(job);
        }
        savepoint = leg.stopWithSavepoint(folder);
      }
      assertThat(triggers(job)).isEqualTo(expected);
    }
  }

  private void awaitAll(JobOnBroker job) throws Exception {
    OnceShop.await(job, count(expected));
  }
}
