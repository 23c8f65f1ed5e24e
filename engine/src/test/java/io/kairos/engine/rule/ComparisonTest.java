package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each comparison just below, at and just above its limit. */
class ComparisonTest {

  @ParameterizedTest
  @CsvSource({
    ">=, false, true, true", "<=, true, true, false", "==, false, true, false",
    "!=, true, false, true", ">, false, false, true", "<, true, false, false",
  })
  void holdsAroundItsLimit(String symbol, boolean below, boolean at, boolean above) {
    Comparison comparison = Comparison.of(symbol);

    assertThat(comparison.holds(9, 10)).isEqualTo(below);
    assertThat(comparison.holds(10, 10)).isEqualTo(at);
    assertThat(comparison.holds(11, 10)).isEqualTo(above);
  }
}
