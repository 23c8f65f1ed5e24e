package io.kairos.engine.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every history and every model. */
class BgNbdLawsTest {
  private static final BgNbd PUBLISHED = new BgNbd(0.243, 4.414, 0.793, 2.426);

  @Property
  void aliveIsAProbabilityThatFallsWithSilence(
      @ForAll @IntRange(max = 10_000) int x,
      @ForAll @DoubleRange(max = 1e6) double tx,
      @ForAll @DoubleRange(max = 1e6) double silence,
      @ForAll @DoubleRange(max = 1e6) double more) {
    double soon = PUBLISHED.pAlive(x, tx, tx + silence);
    double later = PUBLISHED.pAlive(x, tx, tx + silence + more);

    assertThat(soon).isBetween(0.0, 1.0);
    assertThat(later).isBetween(0.0, soon);
  }

  @Property
  void extremesGiveNumbers(
      @ForAll @IntRange int x,
      @ForAll @DoubleRange(max = 1e300) double tx,
      @ForAll @DoubleRange(max = 1e300) double silence,
      @ForAll @DoubleRange(min = 0.01, max = 1e3) double r,
      @ForAll @DoubleRange(min = 0.01, max = 1e3) double a) {
    BgNbd model = new BgNbd(r, 4.414, a, 2.426);

    assertThat(model.pAlive(x, tx, tx + silence)).isBetween(0.0, 1.0);
    assertThat(model.expectedPurchases(silence, x, tx, tx + silence)).isFinite().isNotNegative();
    assertThat(model.lapsesAt(x, tx, 0.5)).isNotNaN().isGreaterThanOrEqualTo(tx);
  }

  @Property
  void aliveCrossesTheThresholdWhereSolved(
      @ForAll @IntRange(min = 1, max = 500) int x,
      @ForAll @DoubleRange(max = 1e4) double tx,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double threshold) {
    double lapse = PUBLISHED.lapsesAt(x, tx, threshold);
    double aside = 1e-9 * (4.414 + lapse);

    assertThat(PUBLISHED.pAlive(x, tx, lapse + aside)).isLessThan(threshold);
    if (lapse - aside > tx) {
      assertThat(PUBLISHED.pAlive(x, tx, lapse - aside)).isGreaterThan(threshold);
    }
  }

  @Property
  void expectationIsTheClosedFormOfThePaper(
      @ForAll @IntRange(max = 60) int x,
      @ForAll @DoubleRange(max = 100) double tx,
      @ForAll @DoubleRange(max = 100) double silence,
      @ForAll @DoubleRange(min = 0.01, max = 60) double t,
      @ForAll @DoubleRange(min = 0.05, max = 5) double r,
      @ForAll @DoubleRange(min = 0.05, max = 5) double a) {
    Assume.that(Math.abs(a - 1) > 1e-3);
    BgNbd model = new BgNbd(r, 4.414, a, 2.426);
    double expected = NaiveEquationTen.of(model, t, x, tx, tx + silence);

    assertThat(model.expectedPurchases(t, x, tx, tx + silence))
        .isCloseTo(expected, within(1e-9 * (1 + expected)));
  }

  @Property
  void theMeanOfTheDistributionIsTheExpectation(
      @ForAll @DoubleRange(min = 0.1, max = 20) double t,
      @ForAll @DoubleRange(min = 0.2, max = 3) double a) {
    BgNbd model = new BgNbd(0.243, 4.414, a, 2.426);
    double mass = 0;
    double mean = 0;
    for (int n = 0; n < 400; n++) {
      mass += model.probabilityOf(n, t);
      mean += n * model.probabilityOf(n, t);
    }

    assertThat(mass).isCloseTo(1, within(1e-9));
    assertThat(mean).isCloseTo(model.expectedPurchases(t), within(1e-9));
  }
}
