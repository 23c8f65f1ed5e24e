package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.Wire;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.state.Envelope;
import io.kairos.wire.Trigger;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A checkpoint in the middle of things, and what comes of it after a restore. */
class SnapshotTest {
  private static final long NOON = Scenario.START + 8 * 60 * 60 * 1000L;
  private static final long HOUR = 60 * 60 * 1000L;
  private static final KairosConfig CONFIG = TestConfig.until(Scenario.END);

  static Stream<StateBackend> backends() {
    return Stream.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend(true));
  }

  @ParameterizedTest
  @MethodSource("backends")
  void anEventThatWaitsSurvives(StateBackend backend) throws Exception {
    try (Subtasks before = Subtasks.start(CONFIG, backend)) {
      before.process(record(Origin.CART, Wire.added("ann", "tea", 5_000, NOON), NOON));
      before.watermark(NOON - 1);
      OperatorSubtaskState checkpoint = before.snapshot(1);
      try (Subtasks after = before.restarted(checkpoint, 1)) {
        after.watermark(NOON + HOUR - 1);
        assertThat(after.triggers()).isEmpty();
        after.watermark(NOON + 2 * HOUR);
        assertThat(after.triggers()).extracting(Trigger::getRule).containsExactly("cart-abandon");
        assertThat(after.triggers().get(0).getEventTime()).isEqualTo(NOON + HOUR);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void aDeadlineThatIsPendingSurvives(StateBackend backend) throws Exception {
    try (Subtasks before = Subtasks.start(CONFIG, backend)) {
      before.process(record(Origin.CART, Wire.added("ann", "tea", 5_000, NOON), NOON));
      before.watermark(NOON + HOUR / 2);
      OperatorSubtaskState checkpoint = before.snapshot(1);
      try (Subtasks after = before.restarted(checkpoint, 1)) {
        assertThat(after.wakeUps()).isEqualTo(1);
        after.watermark(NOON + 2 * HOUR);
        assertThat(after.triggers()).extracting(Trigger::getCustomerId).containsExactly("ann");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void aCheckpointHoldsEveryCustomerOfTheCache(StateBackend backend) throws Exception {
    try (Subtasks before = Subtasks.start(CONFIG, backend)) {
      for (int customer = 0; customer < 20; customer++) {
        before.process(record(Origin.CART, Wire.added("c" + customer, "tea", 5_000, NOON), NOON));
      }
      before.watermark(NOON + 10);
      assertThat(before.kept()).as("what only the cache knows").isEmpty();
      OperatorSubtaskState checkpoint = before.snapshot(1);
      try (Subtasks after = before.restarted(checkpoint, 2)) {
        assertThat(after.kept()).hasSize(20).isEqualTo(before.kept());
        assertThat(after.wakeUps()).isEqualTo(before.wakeUps()).isEqualTo(20);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void eventsThatWaitFollowTheirCustomersWhenTheJobIsRescaled(StateBackend backend)
      throws Exception {
    try (Subtasks before = Subtasks.start(CONFIG, backend)) {
      for (int customer = 0; customer < 20; customer++) {
        byte[] added = Wire.added("c" + customer, "tea", 5_000, NOON);
        before.process(record(Origin.CART, added, NOON));
      }
      try (Subtasks after = before.restarted(before.snapshot(1), 4)) {
        after.watermark(NOON + 2 * HOUR);
        assertThat(after.triggers()).extracting(Trigger::getCustomerId).hasSize(20);
      }
    }
  }

  @Test
  void aDrainedLiveJobFiresNothingBeforeItsTimeAndKeepsWhatWaits() throws Exception {
    KairosConfig live = TestConfig.of(Map.of());
    try (Subtasks before = Subtasks.start(live, 1)) {
      before.process(record(Origin.CART, Wire.added("ann", "tea", 5_000, NOON), NOON));
      before.watermark(NOON + 10);
      before.process(record(Origin.CART, Wire.added("bob", "tea", 5_000, NOON + 20), NOON + 20));
      before.end();
      assertThat(before.triggers()).isEmpty();
      try (Subtasks after = before.restarted(before.snapshot(1), 1)) {
        after.watermark(NOON + 2 * HOUR);
        assertThat(after.triggers())
            .extracting(Trigger::getCustomerId)
            .containsExactlyInAnyOrder("ann", "bob");
      }
    }
  }

  @Test
  void anotherSaltRefusesTheState() throws Exception {
    KairosConfig other = TestConfig.of(Map.of(KairosOptions.KEY_SALT.key(), "other"));
    try (Subtasks before = Subtasks.start(CONFIG, 1)) {
      OperatorSubtaskState checkpoint = before.snapshot(1);
      assertThatThrownBy(() -> before.restarted(other, checkpoint).close())
          .hasStackTraceContaining("WRONG_SALT");
    }
  }

  @Test
  void erasureLeavesNoTimerAndABlankMarker() throws Exception {
    try (Subtasks subtasks = Subtasks.start(CONFIG, 1)) {
      subtasks.process(record(Origin.CART, Wire.added("ann", "tea", 5_000, NOON), NOON));
      subtasks.watermark(NOON + 10);
      byte[] erase = Wire.erase("ann", NOON + 20);
      subtasks.process(record(Origin.CUSTOMERS, erase, NOON + 20));
      subtasks.watermark(NOON + 30);
      assertThat(subtasks.wakeUps()).isZero();
      subtasks.end();
      assertThat(subtasks.triggers()).isEmpty();
      Said said = new Said();
      subtasks.sideOutput(
          CustomerOperator.PROFILES, u -> said.profiles().put(u.customerId(), "" + u.profile()));
      assertThat(said.profiles()).containsEntry("ann", "null");
    }
  }

  @Test
  void tooManyWaitingEventsStopTheJobWithAName() throws Exception {
    KairosConfig small = TestConfig.of(Map.of(KairosOptions.MAX_WAITING.key(), "1 kb"));
    try (Subtasks subtasks = Subtasks.start(small, 1)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10; i++) {
                  subtasks.process(
                      record(Origin.CLICKSTREAM, Wire.view("ann", NOON + i), NOON + i));
                }
              })
          .isInstanceOf(WaitingRoomFull.class)
          .hasMessageContaining("WAITING_ROOM_FULL");
    }
  }

  private static Envelope record(Origin origin, byte[] record, long arrival) {
    return new Logged(origin, 0, arrival, record).envelope();
  }
}
