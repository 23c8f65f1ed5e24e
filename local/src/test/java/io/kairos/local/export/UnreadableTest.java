package io.kairos.local.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnreadableTest {

  @Test
  void keepsFromTheTerminalWhatARecordMayHold() {
    Unreadable unreadable = new Unreadable();
    unreadable.add(new UnreadableRecord("place 1 of \u001b[2J", null));

    assertThat(unreadable.said()).contains("left out 1 record; the first: place 1 of  [2J");
  }
}
