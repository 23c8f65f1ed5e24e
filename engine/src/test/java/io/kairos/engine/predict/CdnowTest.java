package io.kairos.engine.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All customers of the CDNOW sample; skipped where the files are not. */
class CdnowTest {
  private static final BgNbd PUBLISHED = ModelFile.defaults().purchases();
  private static final BgNbd FIT = new BgNbd(0.2425945, 4.4136019, 0.7929199, 2.4258881);
  private static final GammaGamma SPEND = ModelFile.defaults().spend();
  private static final GammaGamma SPEND_FIT = new GammaGamma(6.249349, 3.744256, 15.444307);

  @Test
  void predictsForEveryCustomerWhatTwoOtherCodesDo() throws IOException {
    List<CdnowCustomer> customers = CdnowCustomer.all();
    assertThat(customers).hasSize(2_357);
    for (CdnowCustomer c : customers) {
      assertThat(PUBLISHED.pAlive(c.x(), c.tx(), c.T()))
          .as("P(alive) of %s", c)
          .isCloseTo(c.expected().alive(), within(1e-9));
      assertThat(expected(PUBLISHED, 39, c))
          .as("39 weeks of %s", c)
          .isCloseTo(c.expected().in39Weeks(), within(1e-9));
      assertThat(expected(PUBLISHED, 52, c))
          .as("52 weeks of %s", c)
          .isCloseTo(c.expected().in52Weeks(), within(1e-9));
      assertThat(SPEND.expectedSpend(c.x(), c.meanSpend()))
          .as("spend of %s", c)
          .isCloseTo(c.expected().spend(), within(1e-9));
    }
  }

  @Test
  void sumsAreThoseOfBtyd() throws IOException {
    assertThat(sum(c -> PUBLISHED.pAlive(c.x(), c.tx(), c.T())))
        .isCloseTo(1917.217146, within(1e-5));
    assertThat(sum(c -> expected(PUBLISHED, 39, c))).isCloseTo(1653.941259, within(1e-5));
    assertThat(CdnowCustomer.all().stream().mapToInt(CdnowCustomer::x).sum()).isEqualTo(2_457);
  }

  @Test
  void logLikelihoodsAreThoseOfBtydAndClvTools() throws IOException {
    assertThat(logLikelihood(PUBLISHED)).isCloseTo(-9582.430478, within(1e-5));
    assertThat(logLikelihood(FIT)).isCloseTo(-9582.429207, within(1e-5));
    assertThat(logLikelihood(new BgNbd(0.5, 6, 1.2, 3.3))).isCloseTo(-9783.444286, within(1e-5));
  }

  /** The documentation's times are rounded to hundredths of a week. */
  @ParameterizedTest
  @CsvSource({
    "509, 0.424877",
    "841, 0.474738",
    "1981, 0.486526",
    "157, 0.662396",
    "1516, 0.710623"
  })
  void expectsNextWeekWhatLifetimesDocumentationPrints(int id, double purchases)
      throws IOException {
    String[] row = summary().get(id).split(",");
    double expected =
        FIT.expectedPurchases(
            1, Integer.parseInt(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[3]));
    assertThat(expected).isCloseTo(purchases, within(5e-6));
  }

  @Test
  void spendsOfTheFirstTenAreThoseOfHardiesSheet() throws IOException {
    double[] sheet = {24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17};
    double[] rounded = {
      24.6637, 18.9169, 35.2190, 35.2190, 35.2190, 71.4697, 18.9169, 35.2190, 27.2884, 35.2190
    };
    List<String> rows = summary();
    for (int i = 0; i < 10; i++) {
      String[] row = rows.get(i + 1).split(",");
      double spend = SPEND.expectedSpend(Integer.parseInt(row[1]), Double.parseDouble(row[4]));
      assertThat(spend).isCloseTo(sheet[i], within(0.1)).isCloseTo(rounded[i], within(1e-4));
    }
  }

  @Test
  void meanSpendsAreThoseOfTheDocumentation() throws IOException {
    double mean = sum(c -> SPEND_FIT.expectedSpend(c.x(), c.meanSpend())) / 2_357;
    assertThat(mean).isCloseTo(35.2529588256, within(1e-3));
  }

  @Test
  void meansOfRepeatBuyersAreThoseOfThePaper() throws IOException {
    List<Double> means =
        CdnowCustomer.all().stream()
            .filter(c -> c.x() > 0)
            .map(CdnowCustomer::meanSpend)
            .sorted()
            .toList();
    double mean = means.stream().mapToDouble(z -> z).average().orElseThrow();
    double squares = means.stream().mapToDouble(z -> (z - mean) * (z - mean)).sum();
    assertThat(means).hasSize(946);
    assertThat(mean).isCloseTo(35.078551797, within(1e-3));
    assertThat(Math.round(mean)).isEqualTo(35);
    assertThat(Math.round(Math.sqrt(squares / 945))).isEqualTo(30);
    assertThat(Math.round(means.get(0))).isEqualTo(3);
    assertThat(Math.round((means.get(472) + means.get(473)) / 2)).isEqualTo(27);
    assertThat(Math.round(means.get(945))).isEqualTo(300);
  }

  private static List<String> summary() throws IOException {
    return Files.readAllLines(
        PublicFiles.require("cdnow/cdnow_customers_summary_with_transactions.csv"));
  }

  private static double expected(BgNbd model, double t, CdnowCustomer c) {
    return model.expectedPurchases(t, c.x(), c.tx(), c.T());
  }

  private static double logLikelihood(BgNbd model) throws IOException {
    return sum(c -> model.logLikelihood(c.x(), c.tx(), c.T()));
  }

  private static double sum(ToDoubleFunction<CdnowCustomer> of) throws IOException {
    return CdnowCustomer.all().stream().mapToDouble(of).sum();
  }
}
