package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingRoomFullTest {
  private final Locale usual = Locale.getDefault();

  @AfterEach
  void comeBack() {
    Locale.setDefault(usual);
  }

  @Test
  void numbersAreWrittenAlikeEverywhere() {
    Locale.setDefault(Locale.GERMANY);

    assertThat(new WaitingRoomFull(1_200, 1_300))
        .hasMessageContaining("WAITING_ROOM_FULL: 1,200 events wait")
        .hasMessageContaining("source.max-waiting (1,300 bytes)");
  }
}
