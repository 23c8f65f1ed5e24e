package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.event.Origin;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingRoomFullTest {
  private final Locale usual = Locale.getDefault();

  @AfterEach
  void comeBack() {
    Locale.setDefault(usual);
  }

  /** Two slots whose events come together in one were each within the bound. */
  @Test
  void whatACheckpointBringsHasRoomOfItsOwnUntilItIsGone() {
    long each = event(0).heapBytes();
    WaitingRoom room = new WaitingRoom(2 * each);
    for (int position = 0; position < 4; position++) {
      room.restore(event(position));
    }
    room.add(event(4));
    room.add(event(5));
    assertThatThrownBy(() -> room.add(event(6))).isInstanceOf(WaitingRoomFull.class);

    room.take(5);
    room.add(event(7));
    assertThatThrownBy(() -> room.add(event(8))).isInstanceOf(WaitingRoomFull.class);
  }

  private static Envelope event(int position) {
    return new Envelope(new CustomerKey(1, 1), Origin.CART, position, position, new byte[100]);
  }

  @Test
  void numbersAreWrittenAlikeEverywhere() {
    Locale.setDefault(Locale.GERMANY);

    assertThat(new WaitingRoomFull(1_200, 1_300))
        .hasMessageContaining("WAITING_ROOM_FULL: 1,200 events wait")
        .hasMessageContaining("source.max-waiting (1,300 bytes)");
  }
}
