package io.kairos.local.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.predict.BgNbd;
import io.kairos.engine.predict.GammaGamma;
import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.predict.PredictionModel;
import io.kairos.engine.profile.Shop;
import io.kairos.local.CommandError;
import io.kairos.local.StopSignal;
import io.kairos.local.imports.ColumnNames;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.imports.ImportOptions;
import io.kairos.local.imports.ImportRequest;
import io.kairos.local.imports.PublicFiles;
import io.kairos.local.imports.SortedImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitTest {
  private static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);
  private static final ImportFormat CDNOW = ImportFormat.byName("cdnow", ImportOptions.defaults());

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void reproducesThePublishedParameters() throws IOException {
    Path model = folder.resolve("model.yaml");

    fit(PublicFiles.require("cdnow/CDNOW_sample.txt"), CALIBRATION_END, model);

    PredictionModel found = ModelFile.parse(Files.readString(model));
    assertThat(found.name()).isEqualTo("cdnow-1997-09-30");
    assertThat(found.daysPerUnit()).isEqualTo(7);
    BgNbd purchases = found.purchases();
    assertThat(purchases.r()).isCloseTo(0.243, within(5e-4));
    assertThat(purchases.alpha()).isCloseTo(4.414, within(5e-3));
    assertThat(purchases.a()).isCloseTo(0.793, within(5e-4));
    assertThat(purchases.b()).isCloseTo(2.426, within(5e-3));
    GammaGamma spend = found.spend();
    assertThat(spend.p()).isCloseTo(6.25, within(0.01));
    assertThat(spend.q()).isCloseTo(3.74, within(0.01));
    assertThat(spend.v()).isCloseTo(15.44, within(0.01));
    assertThat(out.toString()).contains("log-likelihood -9582.429", "log-likelihood -4055.917");
    assertThat(Files.readString(model)).contains("2,357 customers", "946 with repeat purchases");
  }

  @Test
  void logLikelihoodsOfTheSpendAreThoseOfBtyd() throws IOException {
    Path file = PublicFiles.require("cdnow/CDNOW_sample.txt");
    ImportRequest request =
        ImportRequest.of(file)
            .withUntil(
                CALIBRATION_END.plusDays(1).atStartOfDay(CDNOW.zone()).toInstant().minusMillis(1));
    try (SortedImport events = SortedImport.open(CDNOW, request);
        StopSignal stop = StopSignal.install()) {
      PurchaseHistories histories =
          PurchaseHistories.count(events, new Shop("USD", CDNOW.zone()), CALIBRATION_END, stop);
      assertThat(
              GammaGammaFit.logLikelihood(
                  new GammaGamma(6.249349, 3.744256, 15.444307), histories.repeaters()))
          .isCloseTo(-4055.917695, within(1e-5));
      assertThat(
              GammaGammaFit.logLikelihood(new GammaGamma(6.25, 3.74, 15.44), histories.repeaters()))
          .isCloseTo(-4055.919232, within(1e-5));
    }
  }

  @Test
  void fewRepeatCustomersAreRefusedWithTheirNumber() throws IOException {
    Path file = folder.resolve("few.txt");
    Files.writeString(file, "1 19970101 1 9.99\n1 19970108 1 9.99\n2 19970103 1 9.99\n");

    assertThatThrownBy(() -> fit(file, null, null))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("too few repeat customers: 1 of 2");
  }

  @Test
  void aFileWithoutEventsUntilThenIsRefused() throws IOException {
    Path file = folder.resolve("late.txt");
    Files.writeString(file, "1 19970101 1 9.99\n");

    assertThatThrownBy(() -> fit(file, LocalDate.of(1996, 12, 31), null))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("nothing to fit");
  }

  @Test
  void aModelThatCannotBeWrittenIsSaid() throws IOException {
    Path file = folder.resolve("shop.txt");
    Files.writeString(file, smallShop());
    Path nowhere = folder.resolve("missing").resolve("model.yaml");

    assertThatThrownBy(() -> fit(file, null, nowhere))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("cannot write the model to " + nowhere);
  }

  @Test
  void withoutUntilTheObservationEndsOnTheLastDay() throws IOException {
    Path file = folder.resolve("shop.txt");
    Files.writeString(file, smallShop());

    fit(file, null, null);

    assertThat(out.toString()).contains("up to 1997-03-23", "20 customers", "15 with repeat");
  }

  @Test
  void ordersThatTheJobWouldRefuseCountInNoHistory() throws IOException {
    Path file = folder.resolve("shop.txt");
    Files.writeString(file, smallShop() + "20 19970102 1 -9.50\n21 19970103 1000000 9.50\n");

    fit(file, null, null);

    assertThat(out.toString())
        .contains(
            "20 customers of cdnow",
            "left out     2 paid orders that the job would refuse"
                + " (1 NEGATIVE_MONEY, 1 IMPOSSIBLE_QUANTITY)");
  }

  @Test
  void amountsOfAnotherCurrencyCountInNoHistory() throws IOException {
    ImportOptions options =
        ImportOptions.defaults()
            .withColumns(ColumnNames.parse("time=t,customer=c,type=e,price=p,order=o,currency=m"))
            .withCurrency("EUR");
    Path file = folder.resolve("shop.csv");
    Files.writeString(
        file,
        """
        t,c,e,p,o,m
        2026-05-01,ann,order,10,o-1,EUR
        2026-05-08,ann,order,12,o-2,
        2026-05-15,ann,order,9000,o-3,JPY
        """);
    ImportFormat csv = ImportFormat.byName("csv", options);
    try (SortedImport events = SortedImport.open(csv, ImportRequest.of(file));
        StopSignal stop = StopSignal.install()) {
      PurchaseHistories histories =
          PurchaseHistories.count(
              events, new Shop("EUR", csv.zone()), LocalDate.of(2026, 5, 15), stop);

      assertThat(histories.customers()).containsExactly(new PurchaseHistory(1, 1, 2, 12));
      assertThat(histories.refused())
          .containsExactly(Map.entry(RejectionReason.UNKNOWN_CURRENCY, 1L));
    }
  }

  @Test
  void parametersThatThePurchasesLeaveOpenAreSaid() throws IOException {
    Path file = folder.resolve("shop.txt");
    Files.writeString(file, smallShop());

    fit(file, null, null);

    assertThat(err.toString()).contains("Warning: the purchases leave a parameter of BG/NBD open");
  }

  @Test
  void endsWhileTheFileIsReadWhenTheRunIsToEnd() throws IOException {
    Path file = folder.resolve("shop.txt");
    Files.writeString(file, smallShop());
    try (StopSignal stop = StopSignal.install()) {
      stop.request();

      assertThatThrownBy(() -> fit(file, null, null, stop))
          .isInstanceOf(CommandError.class)
          .hasMessageContaining("stopped");
    }
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void endsWhileHistoriesAreCountedWhenTheRunIsToEnd() throws IOException {
    Path file = folder.resolve("shop.txt");
    Files.writeString(file, smallShop());
    try (SortedImport events = SortedImport.open(CDNOW, ImportRequest.of(file));
        StopSignal stop = StopSignal.install()) {
      stop.request();
      Shop shop = new Shop("USD", CDNOW.zone());

      assertThatThrownBy(() -> PurchaseHistories.count(events, shop, CALIBRATION_END, stop))
          .isInstanceOf(CommandError.class)
          .hasMessageContaining("stopped");
    }
  }

  /** Twenty customers; three of four buy again, for as long as we look. */
  private static String smallShop() {
    StringBuilder rows = new StringBuilder();
    for (int customer = 0; customer < 20; customer++) {
      for (int i = 0; i <= customer % 4 * 2 + customer / 19; i++) {
        LocalDate day = LocalDate.of(1997, 1, 1).plusDays(customer % 5 + i * (10 + customer % 3));
        rows.append("%d %s 1 %d.50\n".formatted(customer, compact(day), 8 + customer + i % 3));
      }
    }
    return rows.toString();
  }

  private static String compact(LocalDate day) {
    return day.toString().replace("-", "");
  }

  private void fit(Path file, LocalDate until, Path model) throws IOException {
    try (StopSignal stop = StopSignal.install()) {
      fit(file, until, model, stop);
    }
  }

  private void fit(Path file, LocalDate until, Path model, StopSignal stop) throws IOException {
    FitRequest request =
        new FitRequest(CDNOW, file, Optional.ofNullable(until), Optional.ofNullable(model));
    new Fit(request, new PrintWriter(out, true), new PrintWriter(err, true)).run(stop);
  }
}
