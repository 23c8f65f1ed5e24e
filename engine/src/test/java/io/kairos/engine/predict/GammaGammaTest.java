package io.kairos.engine.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaGammaTest {
  private static final GammaGamma PUBLISHED = new GammaGamma(6.25, 3.74, 15.44);

  /** Printed by BTYD 2.4.3. */
  @ParameterizedTest
  @CsvSource({
    "35, 3, 35.02791996",
    "30, 3, 30.66542578",
    "31, 3, 31.53792462",
    "40, 3, 39.39041415",
    "35, 1, 35.06674082",
    "35, 2, 35.03937008",
    "35, 10, 35.00919681"
  })
  void expectsWhatBtydDoes(double mean, int x, double spend) {
    assertThat(PUBLISHED.expectedSpend(x, mean)).isCloseTo(spend, within(1e-7));
  }

  @Test
  void aOneTimeBuyerIsExpectedToSpendTheMean() {
    assertThat(PUBLISHED.expectedSpend(0, 999)).isCloseTo(35.2190, within(1e-4));
    assertThat(PUBLISHED.expectedSpend(0, 999)).isEqualTo(PUBLISHED.meanSpend());
  }

  /** Asserted by the tests of PyMC-Marketing. */
  @Test
  void theMeanOverAllCustomersIsThatOfPymc() {
    assertThat(new GammaGamma(6, 4, 15).expectedSpend(0, 0)).isCloseTo(30.0, within(1e-12));
  }

  @Test
  void aLongHistorySpeaksForItself() {
    assertThat(PUBLISHED.expectedSpend(Integer.MAX_VALUE, 500)).isCloseTo(500, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 1, p",
    "-1, 2, 1, p",
    "NaN, 2, 1, p",
    "1, 1, 1, q",
    "1, Infinity, 1, q",
    "1, 2, 0, v"
  })
  void refusesParametersByName(double p, double q, double v, String name) {
    assertThatThrownBy(() -> new GammaGamma(p, q, v))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " must be");
  }

  @ParameterizedTest
  @CsvSource({"-1, 5", "1, -0.01", "1, NaN", "1, Infinity"})
  void refusesAnImpossibleHistory(int x, double mean) {
    assertThatThrownBy(() -> PUBLISHED.expectedSpend(x, mean))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
