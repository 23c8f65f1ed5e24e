package io.kairos.local.profiles;

import static io.kairos.local.profiles.Schemas.LONG;
import static io.kairos.local.profiles.Schemas.field;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LabelTest {

  @ParameterizedTest
  @CsvSource({
    "events, events",
    "sessionsWithCart, sessions with cart",
    "expectedPurchases90, expected purchases 90",
    "views7d, views 7d",
    "spentLast30Days, spent last 30 days",
    "pAlive, p alive",
    "meanRFMScore, mean RFM score",
    "lookedAt, looked at"
  })
  void isTheWordsOfTheName(String name, String label) {
    assertThat(Label.of(field(name, LONG, ""))).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "cartOpenedAt, epoch milliseconds, cart opened",
    "at, epoch milliseconds, at",
    "dwellMillis, , dwell"
  })
  void leavesOutWhatTheValueSays(String name, String doc, String label) {
    assertThat(Label.of(field(name, LONG, doc))).isEqualTo(label);
  }
}
