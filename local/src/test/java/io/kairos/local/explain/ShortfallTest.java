package io.kairos.local.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortfallTest {
  @ParameterizedTest
  @CsvSource({
    "42.00, >= 50, 8.00 short",
    "42.00, > 42, exactly at the limit",
    "7, <= 5, 2 over",
    "0.35, < 0.3, 0.05 over",
    "-2, >= 1, 3 short",
    "42.00, >= spending.average (200.00), 158.00 short"
  })
  void saysByHowMuchANumberMissedItsLimit(String value, String demand, String words) {
    assertThat(Shortfall.of(value, demand)).contains(words);
  }

  @ParameterizedTest
  @CsvSource({"2, == 1", "unknown, >= 50", "gold, == 'diamond'", "3, in [1]", "3, known"})
  void saysNothingWhereNoNumbersWereComparedBySize(String value, String demand) {
    assertThat(Shortfall.of(value, demand)).isEmpty();
  }

  @Test
  void readsTheComparisonOfAVerdict() {
    Verdict verdict = new Verdict("when", "CONDITION", "cart.value = 42.00", ">= 50");

    assertThat(Asked.of(verdict).orElseThrow().words())
        .isEqualTo("cart.value 42.00, needs >= 50: 8.00 short");
  }

  @Test
  void whatIsUnknownMissesNothing() {
    Verdict verdict = new Verdict("when", "CONDITION", "orders.lastDay = unknown", ">= 50");

    assertThat(Asked.of(verdict).orElseThrow().words())
        .isEqualTo("orders.lastDay unknown, needs >= 50");
  }
}
