package io.kairos.local.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Profile;
import org.junit.jupiter.api.Test;
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
    "bestHour, ACTIVITY",
    "cartConversionIn30Days, ACTIVITY",
    "shoppingRhythm, ORDERS",
    "frequencyScore, ORDERS",
    "searchStreakQuery, INTERESTS",
    "priceBandViewed, INTERESTS",
    "customerValue90, PREDICTION",
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

  @Test
  void placesEveryFieldOfTheProfile() {
    assertThat(Profile.SCHEMA$.getFields())
        .filteredOn(field -> Section.of(field.name()) == Section.MORE)
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"cartography", "ordersome", "zodiac"})
  void leavesToTheLastWhatNoneKnows(String field) {
    assertThat(Section.of(field)).isEqualTo(Section.MORE);
  }
}
