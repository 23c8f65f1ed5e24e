package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.Wire;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many customers are due at one watermark, and a checkpoint need not wait for all of them. */
class DueCustomersTest {
  private static final long NOON = Scenario.START + 8 * 60 * 60 * 1000L;
  private static final int CUSTOMERS = 2 * DueCustomers.SLICE + DueCustomers.SLICE / 2;

  /** Woken from the heap, or by Flink's timers. */
  @ParameterizedTest
  @CsvSource({"2 h", "0 s"})
  void wokenInSlicesWithRoomForACheckpointBetween(String near) throws Exception {
    KairosConfig config =
        TestConfig.until(Scenario.END, Map.of(KairosOptions.NEAR_WAKE_UPS.key(), near));
    Set<String> before = new TreeSet<>();
    Set<String> live = new TreeSet<>();
    Set<String> restored = new TreeSet<>();
    OperatorSubtaskState between;
    try (Subtasks subtasks = Subtasks.start(config, 1)) {
      fillCarts(subtasks);
      subtasks.watermark(NOON + 5 * 60 * 60 * 1000L);
      take(subtasks, before);
      assertThat(before).as("a slice").hasSizeBetween(1, DueCustomers.SLICE);
      between = subtasks.snapshot(1);
      subtasks.clock(DueCustomers.PAUSE_MILLIS);
      take(subtasks, live);
      assertThat(live).as("another slice").hasSizeBetween(1, DueCustomers.SLICE);
      subtasks.clock(1_000);
      take(subtasks, live);
    }
    try (Subtasks subtasks = Subtasks.start(config, 1).restarted(between, 1)) {
      subtasks.watermark(NOON + 5 * 60 * 60 * 1000L);
      subtasks.clock(1_000);
      take(subtasks, restored);
    }
    assertThat(live).hasSize(CUSTOMERS - before.size()).isEqualTo(restored);
    assertThat(live).doesNotContainAnyElementsOf(before);
  }

  private static void fillCarts(Subtasks subtasks) throws Exception {
    for (int number = 0; number < CUSTOMERS; number++) {
      String customer = "customer-" + number;
      byte[] consents = Wire.consents(customer, "push", NOON - 1);
      subtasks.process(new Logged(Origin.CUSTOMERS, 0, NOON - 1, consents).envelope());
      byte[] added = Wire.added(customer, "item", 5_000, NOON);
      subtasks.process(new Logged(Origin.CART, 0, NOON, added).envelope());
    }
    subtasks.watermark(NOON + 10);
  }

  private static void take(Subtasks subtasks, Set<String> customers) {
    subtasks.drain(trigger -> customers.add(trigger.getCustomerId()), decision -> {});
  }

  /** A job without an end is drained in the middle: the rest is the next job's. */
  @Test
  void aDrainedJobWakesNobodyElse() throws Exception {
    Set<String> customers = new TreeSet<>();
    KairosConfig endless = TestConfig.of(Map.of());
    try (Subtasks subtasks = Subtasks.start(endless, 1)) {
      fillCarts(subtasks);
      subtasks.watermark(NOON + 5 * 60 * 60 * 1000L);
      take(subtasks, customers);
      int before = customers.size();
      assertThat(before).isBetween(1, DueCustomers.SLICE);
      subtasks.watermark(Long.MAX_VALUE);
      OperatorSubtaskState left = subtasks.snapshot(1);
      subtasks.clock(1_000);
      take(subtasks, customers);
      assertThat(customers).hasSize(before);

      try (Subtasks next = subtasks.restarted(left, 1)) {
        next.watermark(NOON + 5 * 60 * 60 * 1000L);
        next.clock(1_000);
        take(next, customers);
        assertThat(customers).hasSize(CUSTOMERS);
      }
    }
  }
}
