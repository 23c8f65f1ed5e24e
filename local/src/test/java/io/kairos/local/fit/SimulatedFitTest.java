package io.kairos.local.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kairos.engine.predict.BgNbd;
import io.kairos.engine.predict.GammaGamma;
import io.kairos.local.CommandError;
import io.kairos.local.StopSignal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The fit finds the parameters that customers were made with. */
class SimulatedFitTest {
  private static final BgNbd PURCHASES = new BgNbd(0.8, 6, 0.9, 2.5);
  private static final GammaGamma SPEND = new GammaGamma(4, 5, 30);
  private static final List<PurchaseHistory> CUSTOMERS =
      new SimulatedShop(PURCHASES, SPEND).customers(16_000, 80);
  private static final List<PurchaseHistory> REPEATERS =
      new PurchaseHistories(CUSTOMERS, Map.of()).repeaters();
  private static final Percentage NEAR = Percentage.withPercentage(10);

  @AutoClose private final StopSignal stop = StopSignal.install();

  @Test
  void findsHowCustomersBuy() {
    Fitted<BgNbd> found = BgNbdFit.of(CUSTOMERS, stop);

    assertThat(found.model().r()).isCloseTo(PURCHASES.r(), NEAR);
    assertThat(found.model().alpha()).isCloseTo(PURCHASES.alpha(), NEAR);
    assertThat(found.model().a()).isCloseTo(PURCHASES.a(), NEAR);
    assertThat(found.model().b()).isCloseTo(PURCHASES.b(), NEAR);
    assertThat(found.logLikelihood()).isGreaterThan(logLikelihood(PURCHASES));
    assertThat(found.logLikelihood()).isCloseTo(logLikelihood(found.model()), within(1e-6));
    assertThat(found.determined()).isTrue();
  }

  @Test
  void findsWhatTheySpend() {
    Fitted<GammaGamma> found = GammaGammaFit.of(REPEATERS, stop);

    assertThat(found.model().p()).isCloseTo(SPEND.p(), NEAR);
    assertThat(found.model().q()).isCloseTo(SPEND.q(), NEAR);
    assertThat(found.model().v()).isCloseTo(SPEND.v(), NEAR);
    assertThat(found.logLikelihood())
        .isGreaterThan(GammaGammaFit.logLikelihood(SPEND, REPEATERS))
        .isCloseTo(GammaGammaFit.logLikelihood(found.model(), REPEATERS), within(1e-6));
    assertThat(found.determined()).isTrue();
  }

  @Test
  void anotherFitOfTheSameFindsTheSameBits() {
    List<PurchaseHistory> some = REPEATERS.subList(0, 1_000);

    assertThat(GammaGammaFit.of(some, stop)).isEqualTo(GammaGammaFit.of(some, stop));
  }

  @Test
  void customersOfOneKindLeaveTheSpreadOpen() {
    List<PurchaseHistory> alike = Collections.nCopies(50, new PurchaseHistory(2, 10, 10, 30));

    assertThat(BgNbdFit.of(alike, stop).determined()).isFalse();
  }

  @Test
  void endsWhenTheRunIsToEnd() {
    stop.request();

    assertThatThrownBy(() -> BgNbdFit.of(CUSTOMERS, stop))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("stopped");
    assertThatThrownBy(() -> GammaGammaFit.of(REPEATERS, stop)).isInstanceOf(CommandError.class);
  }

  private static double logLikelihood(BgNbd model) {
    return CUSTOMERS.stream()
        .mapToDouble(customer -> model.logLikelihood(customer.x(), customer.tx(), customer.T()))
        .sum();
  }
}
