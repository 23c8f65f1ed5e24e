package io.kairos.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.torture.oracle.LoggedRecord;
import io.kairos.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputLogTest {
  private final InputLog log = new InputLog();

  @Test
  void givesBackWhatItWasGiven() {
    List<LoggedRecord> given = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Topics topic = Topics.inputs().get(i % Topics.inputs().size());
      LoggedRecord record =
          new LoggedRecord(topic.label(), i % 3, i, Long.MAX_VALUE - i, new byte[100 - i]);
      log.add("anna", topic, record);
      given.add(record);
    }

    assertThat(log.size()).isEqualTo(given.size());
    assertThat(log.byCustomer().get("anna"))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(given);
  }

  @Test
  void keepsCustomersApart() {
    log.add("anna", Topics.CART, new LoggedRecord("cart", 0, 1, 1, new byte[] {1}));
    log.add("bob", Topics.CART, new LoggedRecord("cart", 0, 2, 1, new byte[] {2}));

    assertThat(log.byCustomer().get("bob")).extracting(LoggedRecord::offset).containsExactly(2L);
  }
}
