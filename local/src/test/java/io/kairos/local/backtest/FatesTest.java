package io.kairos.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import io.kairos.engine.delivery.Treatment;
import io.kairos.engine.fact.Kept;
import io.kairos.engine.rule.Decided;
import io.kairos.engine.rule.Progress;
import io.kairos.engine.rule.Run;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Fates are told apart by their gates, whichever there are. */
final class FatesTest {
  private static final Run RUN =
      new Run(
          "rule",
          1,
          "",
          true,
          "@now",
          0,
          new Progress(0, Decided.NOTHING, List.of()),
          Kept.NOTHING);

  @ParameterizedTest
  @EnumSource(Fate.class)
  void everyFateCountsOnce(Fate fate) {
    assertThat(tally(decided(fate, null, null)).candidates()).isEqualTo(1);
  }

  @Test
  void onlySentIsSent() {
    Fates all = tally(Stream.of(Fate.values()).map(fate -> decided(fate, null, null)).toList());

    assertThat(all.sent()).isEqualTo(1);
    assertThat(all.candidates()).isEqualTo(Fate.values().length);
    assertThat(all.expired())
        .isEqualTo(Arrays.stream(Fate.values()).filter(f -> f.gate().equals("expiry")).count());
    assertThat(all.heldOut())
        .isEqualTo(Arrays.stream(Fate.values()).filter(f -> f.gate().equals("holdout")).count());
  }

  @Test
  void stopsAreToldApartByWhatManyCustomersShareOnly() {
    Fates fates =
        tally(
            decided(Fate.STOPPED, "order.placed", null),
            decided(Fate.STOPPED, "order.placed", null),
            decided(Fate.STOPPED, "cart.emptied", null),
            decided(Fate.CAPPED, "push", "push 2 in 24h"),
            decided(Fate.CONDITION, "cart.value = 12.00", ">= 50"),
            decided(Fate.CONDITION, "cart.value = 13.00", ">= 50"),
            decided(Fate.AGAIN, "key-of-one", "2026-03-01T00:00:00Z"),
            decided(Fate.AGAIN, "key-of-other", "2026-03-02T00:00:00Z"));

    assertThat(fates.stopped())
        .containsExactly(
            java.util.Map.entry(new Stop(Fate.STOPPED, "order.placed"), 2L),
            java.util.Map.entry(new Stop(Fate.CONDITION, "cart.value >= 50"), 2L),
            java.util.Map.entry(new Stop(Fate.AGAIN, ""), 2L),
            java.util.Map.entry(new Stop(Fate.STOPPED, "cart.emptied"), 1L),
            java.util.Map.entry(new Stop(Fate.CAPPED, "push 2 in 24h"), 1L));
    assertThat(fates.caps()).containsOnlyKeys(new Stop(Fate.CAPPED, "push 2 in 24h"));
    assertThat(fates.stoppedByFate()).containsEntry(Fate.STOPPED, 3L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ">= orders.averageValue (12.00) | cart.value >= orders.averageValue",
        "> 2 * (orders.last + 1) (12.00) | cart.value > 2 * (orders.last + 1)",
        "> max(orders.last, 5) (12.00) | cart.value > max(orders.last, 5)",
        "== favourite.item (lamp (red)) | cart.value == favourite.item",
        "!= favourite.item (lamp :-() | cart.value != favourite.item",
        "== 'lamp (red)' | cart.value == 'lamp (red)'",
        "in ['lamp (red)', 'b'] | cart.value in ['lamp (red)', 'b']"
      })
  void whatACustomersOwnValueWasComparedWithIsToldWithoutIt(String limit, String named) {
    assertThat(Stop.of(decided(Fate.CONDITION, "cart.value = 9", limit)).detail()).isEqualTo(named);
  }

  private static Fates tally(Decision... decisions) {
    return tally(List.of(decisions));
  }

  private static Fates tally(List<Decision> decisions) {
    FateTally tally = new FateTally();
    decisions.forEach(tally::add);
    return tally.fates();
  }

  private static Decision decided(Fate fate, String value, String limit) {
    return new Decision(
        "id", "customer", RUN, "", fate, value, limit, new Treatment(null, null, false), 0);
  }
}
