package io.kairos.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalSizeTest {
  @Test
  void readsRowsThenColumns() {
    assertThat(TerminalSize.ofStty("35 120\n")).contains(new TerminalSize(120, 35));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0 0", "35", "stty: standard input: not a tty", "99999 80", "-1 80"})
  void takesNothingElseForASize(String answer) {
    assertThat(TerminalSize.ofStty(answer)).isEmpty();
  }

  @Test
  void readsTheEnvironment() {
    assertThat(TerminalSize.ofEnvironment(Map.of("COLUMNS", "90", "LINES", "40")))
        .contains(new TerminalSize(90, 40));
    assertThat(TerminalSize.ofEnvironment(Map.of("COLUMNS", "90"))).isEmpty();
  }

  @Test
  void isNeverTooSmallToDrawOn() {
    assertThat(new TerminalSize(1, 1)).isEqualTo(new TerminalSize(20, 5));
  }
}
