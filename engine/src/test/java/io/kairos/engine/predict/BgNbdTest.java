package io.kairos.engine.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgNbdTest {
  private static final BgNbd PUBLISHED = new BgNbd(0.243, 4.414, 0.793, 2.426);

  @Test
  void aOneTimeBuyerNeverLapses() {
    assertThat(PUBLISHED.lapsesAt(0, 0, 0.5)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void whoIsBelowTheThresholdAtThePurchaseLapsesAtIt() {
    assertThat(PUBLISHED.pAlive(1, 10, 10)).isLessThan(0.9);
    assertThat(PUBLISHED.lapsesAt(1, 10, 0.9)).isEqualTo(10);
  }

  @Test
  void lapsingIsSolvedExactly() {
    assertThat(PUBLISHED.pAlive(2, 30, PUBLISHED.lapsesAt(2, 30, 0.25)))
        .isCloseTo(0.25, within(1e-14));
  }

  @Test
  void theExpectationHasNoPole() {
    double below = new BgNbd(0.243, 4.414, 1 - 1e-6, 2.426).expectedPurchases(39, 2, 30, 38);
    double at = new BgNbd(0.243, 4.414, 1, 2.426).expectedPurchases(39, 2, 30, 38);
    double above = new BgNbd(0.243, 4.414, 1 + 1e-6, 2.426).expectedPurchases(39, 2, 30, 38);

    assertThat(at).isBetween(above, below).isCloseTo((below + above) / 2, within(1e-11));
  }

  @Test
  void frequentBuyersDoNotOverflow() {
    BgNbd fewLeave = new BgNbd(0.243, 4.414, 1e-6, 1e3);
    double rate = 1000.243 / 1004.414;

    assertThat(fewLeave.expectedPurchases(2000, 1000, 1000, 1000))
        .isCloseTo(2000 * rate, within(0.01));
  }

  @Test
  void moreThanCanBeCountedIsALowerBound() {
    BgNbd fewLeave = new BgNbd(0.243, 4.414, 1e-6, 1e3);

    assertThat(fewLeave.expectedPurchases(1e9, 1000, 1000, 1000)).isBetween(9e4, 1e5);
  }

  @Test
  void nothingIsExpectedOfNoTime() {
    assertThat(PUBLISHED.expectedPurchases(0, 3, 5, 8)).isZero();
    assertThat(PUBLISHED.probabilityOf(0, 0)).isEqualTo(1);
    assertThat(PUBLISHED.probabilityOf(1, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, r",
    "1, -1, 1, 1, alpha",
    "1, 1, NaN, 1, a",
    "1, 1, 1, Infinity, b",
  })
  void refusesParametersByName(double r, double alpha, double a, double b, String name) {
    assertThatThrownBy(() -> new BgNbd(r, alpha, a, b))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " must be");
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 1", "1, -1, 1", "1, 2, 1", "1, NaN, 1", "1, 1, Infinity", "0, 0, NaN"})
  void refusesAnImpossibleHistory(int x, double tx, double now) {
    assertThatThrownBy(() -> PUBLISHED.pAlive(x, tx, now))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 <= tx <= T");
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "NaN"})
  void refusesAThresholdThatIsNoProbability(double threshold) {
    assertThatThrownBy(() -> PUBLISHED.lapsesAt(1, 1, threshold))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threshold");
  }

  @Test
  void refusesANegativeFuture() {
    assertThatThrownBy(() -> PUBLISHED.expectedPurchases(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PUBLISHED.probabilityOf(-1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
