package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.TestConfig;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.state.CustomerKey;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/**
 * However few customers the cache has room for, wherever deadlines wait, whether events are applied
 * together, and whenever the job restarts with however many subtasks, the same is said and kept.
 */
class ConstantEvictionTest {
  private static final int[] ROOMS = {0, 1, 3, 100_000};
  private static final String[] NEAR = {"0 s", "1 h"};

  /** What a run said, and each customer at its end. */
  private record Outcome(Said said, Map<CustomerKey, String> kept) {}

  @Property(tries = 20)
  void anyRoomSaysAndKeepsTheSame(@ForAll long seed) throws Exception {
    List<List<Logged>> log = Scenario.partitions(seed);
    Said expected = Oracle.of(log, config(0, "0 s"));
    for (String near : NEAR) {
      Outcome uncached = outcome(log, seed, config(0, near));
      assertThat(uncached.said).isEqualTo(expected);
      for (int room : ROOMS) {
        assertThat(outcome(log, seed, config(room, near))).isEqualTo(uncached);
      }
    }
  }

  @Property(tries = 20)
  void eventsOneByOneSayTheSameAsTogether(@ForAll long seed) throws Exception {
    List<List<Logged>> log = Scenario.partitions(seed);
    Said expected = Oracle.of(log, config(0, "0 s"));
    for (String near : NEAR) {
      assertThat(outcome(log, seed, config(3, near, false)).said).isEqualTo(expected);
    }
  }

  @Property(tries = 5)
  void rocksDbSaysAndKeepsTheSameAsTheHeap(@ForAll long seed) throws Exception {
    List<List<Logged>> log = Scenario.partitions(seed);
    for (String near : NEAR) {
      Outcome onHeap = outcome(log, seed, config(0, near));
      for (int room : ROOMS) {
        StateBackend rocks = new EmbeddedRocksDBStateBackend(true);
        assertThat(outcome(log, seed, config(room, near), rocks)).isEqualTo(onHeap);
      }
    }
  }

  @Property(tries = 20)
  void aDeadlineMayWaitElsewhereAfterARestart(@ForAll long seed) throws Exception {
    List<List<Logged>> log = Scenario.partitions(seed);
    Reader reader = new Reader(log, seed + 1);
    Random random = new Random(seed);
    Said said = new Said();
    Subtasks subtasks = Subtasks.start(config(3, "1 h"), 1);
    for (String near : new String[] {"0 s", "10 min", "0 s", "1 h"}) {
      read(reader, subtasks, random.nextInt(15));
      said.add(subtasks);
      Subtasks next = subtasks.restarted(config(3, near), subtasks.snapshot(1));
      subtasks.close();
      subtasks = next;
    }
    read(reader, subtasks, Integer.MAX_VALUE);
    subtasks.end();
    said.add(subtasks);
    subtasks.close();
    assertThat(said).isEqualTo(Oracle.of(log, config(0, "0 s")));
  }

  private static Outcome outcome(List<List<Logged>> log, long seed, KairosConfig config)
      throws Exception {
    return outcome(log, seed, config, new HashMapStateBackend());
  }

  /** With a checkpoint now and then, and restarts from 1 subtask to 2 and back. */
  private static Outcome outcome(
      List<List<Logged>> log, long seed, KairosConfig config, StateBackend backend)
      throws Exception {
    Random random = new Random(seed);
    Reader reader = new Reader(log, seed + 1);
    Said said = new Said();
    Subtasks subtasks = Subtasks.start(config, backend);
    for (int parallelism : new int[] {2, 1}) {
      read(reader, subtasks, random.nextInt(10));
      subtasks.snapshot(1);
      read(reader, subtasks, random.nextInt(10));
      said.add(subtasks);
      Subtasks next = subtasks.restarted(subtasks.snapshot(2), parallelism);
      subtasks.close();
      subtasks = next;
    }
    read(reader, subtasks, Integer.MAX_VALUE);
    subtasks.end();
    said.add(subtasks);
    Map<CustomerKey, String> kept = subtasks.kept();
    subtasks.close();
    return new Outcome(said, kept);
  }

  private static void read(Reader reader, Subtasks subtasks, int atMost) throws Exception {
    for (int rest = atMost; rest > 0 && !reader.atEnd(); rest--) {
      subtasks.process(reader.read().envelope());
      if (reader.chance(2)) {
        subtasks.watermark(reader.watermark());
      }
    }
  }

  private static KairosConfig config(int room, String near) {
    return config(room, near, true);
  }

  private static KairosConfig config(int room, String near, boolean together) {
    return TestConfig.until(
        Scenario.END,
        Map.of(
            KairosOptions.CACHED_CUSTOMERS.key(),
            Integer.toString(room),
            KairosOptions.NEAR_WAKE_UPS.key(),
            near,
            KairosOptions.APPLY_TOGETHER.key(),
            Boolean.toString(together)));
  }
}
