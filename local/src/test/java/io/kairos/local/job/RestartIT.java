package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.InputEvent;
import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A job that is stopped and goes on with another number of subtasks, three times. */
@ExtendWith(SharedStack.class)
final class RestartIT {
  private static final int EVENTS = 6_000;
  private static final int LEGS = 3;
  private static final int PARTITIONS = 2;
  private static final long A_MINUTE = 60_000;
  private static final int[] PARALLELISM = {1, 4, 2};

  private final List<InputEvent> events = SomeTraffic.first(EVENTS);
  private final long end = SomeTraffic.afterwards(events);

  @TempDir private Path savepoints;

  @Test
  void sendsWhatAJobWithoutAStopSends(LocalStack stack) throws Exception {
    try (JobOnBroker straight = JobOnBroker.open(stack, PARTITIONS, TopicTime.REPLAY);
        JobOnBroker stopped = JobOnBroker.open(stack, PARTITIONS, TopicTime.REPLAY)) {
      straight.produce(events.stream().map(Input::of).toList());
      straight.run(JobOnBroker.replayTo(end));
      Map<String, TreeSet<String>> expected = triggers(straight);

      String savepoint = null;
      for (int leg = 0; leg < LEGS; leg++) {
        int before = sent(triggers(stopped));
        RunningJob job = stopped.start(options(leg, savepoint));
        produce(stopped, leg);
        boolean last = leg == LEGS - 1;
        int wanted = last ? sent(expected) : before + 1;
        Deadline.await(wanted + " triggers", () -> sent(triggers(stopped)) >= wanted);
        savepoint = job.stopWithSavepoint(savepoints);
        System.out.printf("restart: %d triggers after leg %d%n", sent(triggers(stopped)), leg);
      }

      assertThat(triggers(stopped)).isEqualTo(expected);
    }
  }

  /**
   * The events of a leg, and a tick behind four fifths of them: the others wait for the next leg in
   * the savepoint. Only the last tick reaches the end.
   */
  private void produce(JobOnBroker job, int leg) throws Exception {
    List<InputEvent> some = events.subList(EVENTS * leg / LEGS, EVENTS * (leg + 1) / LEGS);
    job.produce(some.stream().map(Input::of).toList());
    boolean last = leg == LEGS - 1;
    job.tick(
        last ? 2 * end - some.get(0).timeMillis() : some.get(some.size() * 4 / 5).timeMillis());
  }

  private Map<String, String> options(int leg, String savepoint) {
    Map<String, String> options =
        JobOnBroker.with(
            JobOnBroker.replayTo(end),
            KairosOptions.BOUNDED.key(),
            "false",
            "flink.parallelism.default",
            Integer.toString(PARALLELISM[leg]));
    return savepoint == null
        ? options
        : JobOnBroker.with(options, "flink.execution.state-recovery.path", savepoint);
  }

  /** The distinct triggers of each customer. */
  private static Map<String, TreeSet<String>> triggers(JobOnBroker job) {
    Map<String, TreeSet<String>> distinct = new TreeMap<>();
    Written.bytes(job.stack(), Topics.TRIGGERS)
        .forEach((customer, values) -> distinct.put(customer, new TreeSet<>(values)));
    return distinct;
  }

  private static int sent(Map<String, TreeSet<String>> triggers) {
    return triggers.values().stream().mapToInt(TreeSet::size).sum();
  }
}
