package io.kairos.engine.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures that others printed or assert: the paper, the tests of lifetimes and PyMC-Marketing
 * (Python) and CLVTools (R), and BTYD 2.4.3 (R). Times in weeks unless said.
 */
class BgNbdPublishedValuesTest {
  private static final BgNbd PUBLISHED = new BgNbd(0.243, 4.414, 0.793, 2.426);
  private static final BgNbd FIT = new BgNbd(0.2425945, 4.4136019, 0.7929199, 2.4258881);
  private static final BgNbd BTYD_FIT = new BgNbd(0.2426035, 4.4142575, 0.7928752, 2.4262764);

  @Test
  void expectsTheFirstCustomersPurchasesAsHardiesSheetDoes() {
    assertThat(FIT.expectedPurchases(39, 2, 30.43, 38.86)).isCloseTo(1.226, within(1e-3));
    assertThat(PUBLISHED.expectedPurchases(39, 2, 30.43, 38.86)).isCloseTo(1.22603, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1429, 0.0078",
    "1, 0.0532",
    "3, 0.1506",
    "31.8571, 1.0405",
    "32, 1.0437",
    "78, 1.8576"
  })
  void expectsOfNewCustomersWhatHardiesSheetDoes(double t, double purchases) {
    assertThat(FIT.expectedPurchases(t)).isCloseTo(purchases, within(1.5e-3));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.0532678912",
    "2, 0.1033897398",
    "3, 0.1508652309",
    "4, 0.1960681724",
    "5, 0.2392882003"
  })
  void expectsOfNewCustomersWhatBtydDoes(double t, double purchases) {
    assertThat(PUBLISHED.expectedPurchases(t)).isCloseTo(purchases, within(1e-9));
  }

  @Test
  void aOneTimeBuyerIsAliveForCertain() {
    assertThat(PUBLISHED.pAlive(0, 1, 1)).isEqualTo(1);
  }

  @Test
  void aFrequentBuyerLongSilentIsGoneForCertain() {
    assertThat(PUBLISHED.pAlive(1000, 10, 100)).isEqualTo(0);
  }

  @Test
  void aFrequentBuyerOfTodayIsAliveAsBtydSays() {
    assertThat(PUBLISHED.pAlive(23, 39, 39)).isCloseTo(0.9685554542, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 0.7056268472",
    "6, 0.6870911325",
    "7, 0.663866181",
    "8, 0.6365456419",
    "9, 0.6056144893",
    "10, 0.5715517342",
    "11, 0.5348847516",
    "12, 0.4962124844",
    "13, 0.4562050527",
    "14, 0.4155845331",
    "15, 0.3750918929",
    "16, 0.3354462162",
    "17, 0.2973031346",
    "18, 0.2612190431",
    "19, 0.2276260877",
    "20, 0.1968204445"
  })
  void morePurchasesBeforeTheSameSilenceMeanLess(int x, double alive) {
    assertThat(PUBLISHED.pAlive(x, 30, 39)).isCloseTo(alive, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 35, 0.3915692071",
    "5, 25, 0.1221717988",
    "6, 25, 0.1281041499",
    "7, 25, 0.1275365563",
    "8, 25, 0.1213699422"
  })
  void expectsInTwoWeeksWhatBtydDoes(int x, double tx, double purchases) {
    assertThat(PUBLISHED.expectedPurchases(2, x, tx, 39)).isCloseTo(purchases, within(1e-9));
  }

  @Test
  void expectsOfTheMostFrequentBuyerWhatBtydDoes() {
    double tx = 30.857142857142858;
    assertThat(BTYD_FIT.expectedPurchases(52, 26, tx, 31)).isCloseTo(25.75766705, within(1e-6));
    assertThat(BTYD_FIT.pAlive(26, tx, 31)).isCloseTo(0.9688566896, within(1e-6));
  }

  /** Times in days. The parameters are printed with two decimals only. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 298, 0.016053",
    "0, 0, 224, 0.021171",
    "6, 142, 292, 0.030461",
    "0, 0, 147, 0.031686",
    "2, 9, 183, 0.001607"
  })
  void expectsOfTheExampleSetWhatLifetimesDoes(int x, double tx, double now, double purchases) {
    assertThat(new BgNbd(0.16, 1.86, 1.85, 3.18).expectedPurchases(30, x, tx, now))
        .isCloseTo(purchases, within(0.03 * purchases));
  }

  @ParameterizedTest
  @CsvSource({
    "11, 0.0019995214",
    "12, 0.0015170236",
    "13, 0.0011633150",
    "14, 0.0009003148",
    "15, 0.0007023638",
    "16, 0.0005517902",
    "17, 0.0004361913",
    "18, 0.0003467171",
    "19, 0.0002769613",
    "20, 0.0002222260"
  })
  void distributesPurchasesAsLifetimesDoes(int n, double probability) {
    assertThat(PUBLISHED.probabilityOf(n, 30)).isCloseTo(probability, within(1e-10));
  }

  @Test
  void distributesRareCountsAsBtydDoes() {
    assertThat(PUBLISHED.probabilityOf(10, 2)).isCloseTo(1.07868964e-07, within(1e-14));
    assertThat(PUBLISHED.probabilityOf(0, 39)).isCloseTo(0.5737863521, within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, -0.59947382", "200, 38, 100.7957"})
  void logLikelihoodIsThatOfPymc(int x, double tx, double logLikelihood) {
    assertThat(new BgNbd(0.25, 4, 0.8, 2.5).logLikelihood(x, tx, 40))
        .isCloseTo(logLikelihood, within(1e-5));
  }

  @Test
  void logLikelihoodIsThatOfBtyd() {
    assertThat(new BgNbd(0.5, 6, 1.2, 3.3).logLikelihood(3, 4, 6))
        .isCloseTo(-7.576381877, within(1e-8));
  }
}
