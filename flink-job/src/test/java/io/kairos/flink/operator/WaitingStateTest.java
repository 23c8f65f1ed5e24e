package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.event.Origin;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.runtime.state.KeyGroupStatePartitionStreamProvider;
import org.junit.jupiter.api.Test;

/** What a release wrote, its successors read. The bytes here never change. */
class WaitingStateTest {
  private static final String EVENT =
      "0000000000000001" // the customer's key
          + "0000000000000002"
          + "02" // from orders or cart, as Origin counts
          + "0000000000000011" // position
          + "0000000000000017" // arrival
          + "00000003010203"; // record
  private static final String FIRST = "01" + "00000001" + EVENT;
  private static final String SECOND =
      "02"
          + "00000001"
          + EVENT
          + "00000001"
          + "00000000000000010000000000000002"
          + "0000000000000063";

  private final WaitingRoom waiting = new WaitingRoom(1_000);
  private final NearWakeUps near = new NearWakeUps();

  @Test
  void readsEventsOfTheFirstVersion() throws IOException {
    restore(FIRST);
    assertThat(events()).usingRecursiveFieldByFieldElementComparator().containsExactly(event());
    assertThat(near.size()).isZero();
  }

  @Test
  void readsEventsAndWakeUpsOfTheSecondVersion() throws IOException {
    restore(SECOND);
    assertThat(events()).usingRecursiveFieldByFieldElementComparator().containsExactly(event());
    assertThat(near.at(new CustomerKey(1, 2))).isEqualTo(99);
  }

  @Test
  void refusesALaterVersionByName() {
    assertThatThrownBy(() -> restore("03")).hasMessageContaining("version 3");
  }

  private void restore(String hex) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(HexFormat.of().parseHex(hex));
    new WaitingState(waiting, near)
        .restore(List.of(new KeyGroupStatePartitionStreamProvider(bytes, 0)));
  }

  private List<Envelope> events() {
    List<Envelope> events = new ArrayList<>();
    waiting.forEach(events::add);
    return events;
  }

  private static Envelope event() {
    return new Envelope(new CustomerKey(1, 2), Origin.values()[2], 17, 23, new byte[] {1, 2, 3});
  }
}
