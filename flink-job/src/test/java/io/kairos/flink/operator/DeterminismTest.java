package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.TestConfig;
import io.kairos.flink.config.KairosConfig;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** What is said depends on the log alone: not on how it was read, where it ran, or what failed. */
class DeterminismTest {
  private static final KairosConfig CONFIG = TestConfig.until(Scenario.END);

  @Property(tries = 150)
  void anyInterleavingAndAnyWatermarkStepSayTheSame(@ForAll long seed) throws Exception {
    List<List<Logged>> log = Scenario.partitions(seed);
    Reader reader = new Reader(log, seed + 1);
    try (Subtasks subtasks = Subtasks.start(CONFIG, 1)) {
      read(reader, subtasks, Integer.MAX_VALUE);
      subtasks.end();
      assertThat(said(subtasks)).isEqualTo(Oracle.of(log, CONFIG));
    }
  }

  @Property(tries = 30)
  void anyParallelismSaysTheSame(@ForAll long seed) throws Exception {
    List<List<Logged>> log = Scenario.partitions(seed);
    for (int parallelism : new int[] {1, 2, 4}) {
      try (Subtasks subtasks = Subtasks.start(CONFIG, parallelism)) {
        read(new Reader(log, seed + parallelism), subtasks, Integer.MAX_VALUE);
        subtasks.end();
        assertThat(said(subtasks)).isEqualTo(Oracle.of(log, CONFIG));
      }
    }
  }

  @Property(tries = 60)
  void aRestartAtAnyPointWithAnyParallelismSaysTheSame(@ForAll long seed) throws Exception {
    List<List<Logged>> log = Scenario.partitions(seed);
    Random random = new Random(seed);
    Reader reader = new Reader(log, seed + 1);
    Said said = new Said();
    Subtasks subtasks = Subtasks.start(CONFIG, 2);
    for (int parallelism : new int[] {1, 4, 2}) {
      read(reader, subtasks, random.nextInt(12));
      OperatorSubtaskState checkpoint = subtasks.snapshot(1);
      said.add(subtasks);
      Subtasks next = subtasks.restarted(checkpoint, parallelism);
      subtasks.close();
      subtasks = next;
    }
    read(reader, subtasks, Integer.MAX_VALUE);
    subtasks.end();
    said.add(subtasks);
    subtasks.close();
    assertThat(said).isEqualTo(Oracle.of(log, CONFIG));
  }

  @Property(tries = 60)
  void workLostInAFailureIsRepeatedWithTheSameIds(@ForAll long seed) throws Exception {
    List<List<Logged>> log = Scenario.partitions(seed);
    int before = new Random(seed).nextInt(20);
    Said said = new Said();
    try (Subtasks failing = Subtasks.start(CONFIG, 2)) {
      Reader reader = new Reader(log, seed + 1);
      read(reader, failing, before);
      OperatorSubtaskState checkpoint = failing.snapshot(1);
      read(reader, failing, 15);
      said.add(failing);
      try (Subtasks recovered = failing.restarted(checkpoint, 2)) {
        Reader again = new Reader(log, seed + 1);
        skip(again, before);
        read(again, recovered, Integer.MAX_VALUE);
        recovered.end();
        said.add(recovered);
      }
    }
    assertThat(said).isEqualTo(Oracle.of(log, CONFIG));
  }

  @Test
  void theScenariosHoldWhatTheLawsAreAbout() {
    StringBuilder all = new StringBuilder();
    for (long seed = 0; seed < 60; seed++) {
      Said said = Oracle.of(Scenario.partitions(seed), CONFIG);
      all.append(said.triggers()).append(said.decisions());
    }
    assertThat(all)
        .contains("cart-abandon", "dormancy", "vip-upgrade", "\"kind\":\"CANCEL\"", "LATE_EVENT")
        .contains("EXPIRED_ON_ARRIVAL", "STOPPED", "AGAIN", "CONDITION");
  }

  private static Said said(Subtasks subtasks) {
    Said said = new Said();
    said.add(subtasks);
    return said;
  }

  private static void read(Reader reader, Subtasks subtasks, int atMost) throws Exception {
    for (int rest = atMost; rest > 0 && !reader.atEnd(); rest--) {
      subtasks.process(reader.read().envelope());
      if (reader.chance(3)) {
        subtasks.watermark(reader.watermark());
      }
    }
  }

  /** Draws as {@link #read} does, so that the reader goes on as the one before it did. */
  private static void skip(Reader reader, int records) {
    for (int rest = records; rest > 0 && !reader.atEnd(); rest--) {
      reader.read();
      reader.chance(3);
    }
  }
}
