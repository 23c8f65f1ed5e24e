package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.Wire;
import io.kairos.flink.config.KairosConfig;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A producer that gives one event id, at one instant, to events that say different things. */
class TieTest {
  private static final KairosConfig CONFIG = TestConfig.until(Scenario.END);

  @Test
  void theOneThatCountsIsTheSameInWhateverOrderTheyAreRead() throws Exception {
    List<Logged> log = new ArrayList<>();
    for (String item : List.of("tea", "milk", "honey")) {
      log.add(new Logged(Origin.CART, 0, Scenario.START, added(item)));
    }
    Said forwards = said(log);
    Collections.reverse(log);
    assertThat(said(log)).isEqualTo(forwards);
  }

  private static Said said(List<Logged> log) throws Exception {
    try (Subtasks subtasks = Subtasks.start(CONFIG, 1)) {
      for (Logged record : log) {
        subtasks.process(record.envelope());
      }
      subtasks.end();
      Said said = new Said();
      said.add(subtasks);
      return said;
    }
  }

  private static byte[] added(String item) {
    return Wire.bytes(
        CartEvent.getEncoder(),
        CartEvent.newBuilder()
            .setEventId("the-same")
            .setCustomerId("ann")
            .setTime(Scenario.START)
            .setType(CartType.ADDED)
            .setItem(item)
            .build());
  }
}
