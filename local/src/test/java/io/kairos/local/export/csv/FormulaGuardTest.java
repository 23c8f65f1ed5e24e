package io.kairos.local.export.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulaGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "@2026+cmd|' /C calc'!A0",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "-",
        "--1",
        "+86 138"
      })
  void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tea",
        "1=1",
        "-5",
        "+8613800000000",
        "-.5",
        "-1.5e-7",
        "'=1",
        "@2026-10-29T02:01:00Z",
        "@2026-10-29T02:01:00.125Z"
      })
  void leavesTheRestAlone(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
  }

  @Test
  void aGuardedTextIsNotGuardedTwice() {
    String once = FormulaGuard.guarded("=1");

    assertThat(FormulaGuard.guarded(once)).isEqualTo(once);
  }
}
