package io.kairos.local.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SectionTest {

  @ParameterizedTest
  @CsvSource({
    "customerId, HEAD",
    "birthYear, WHO",
    "sessionsWithOrder, ACTIVITY",
    "cartValue, CART",
    "cartAdds, ACTIVITY",
    "cartAdds7d, ACTIVITY",
    "orders, ORDERS",
    "ordersPaid, ORDERS",
    "pAlive, PREDICTION",
    "tierSince, SEGMENTS",
    "openRuns, WAITS"
  })
  void takesTheFieldsThatBeginLikeIt(String field, Section section) {
    assertThat(Section.of(field)).isEqualTo(section);
  }

  @ParameterizedTest
  @CsvSource({
    "lastOrderAt, ORDERS",
    "firstSeen, ACTIVITY",
    "daysSinceLastPurchase, ORDERS",
    "meanRepeatSpend, ORDERS",
    "mostViewedCategory, INTERESTS"
  })
  void takesAFieldByALaterWordIfNoneBeginsIt(String field, Section section) {
    assertThat(Section.of(field)).isEqualTo(section);
  }

  @ParameterizedTest
  @CsvSource({"cartography", "ordersome", "zodiac"})
  void leavesToTheLastWhatNoneKnows(String field) {
    assertThat(Section.of(field)).isEqualTo(Section.MORE);
  }
}
