package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.EventName;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.segment.Tier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run is about. */
class PerTest {

  @ParameterizedTest
  @CsvSource({"diamond, true", "platinum, true", "gold, false", "'', false", "cart-1, false"})
  void theLossOfATierConcernsThoseThatAreLost(String key, boolean concerned) {
    Occurrence lost = Occurrence.derived(EventName.TIER_LOWERED, 0, "gold");

    assertThat(Per.TIER.concerns(lost, key, Tier.of("gold"))).isEqualTo(concerned);
  }
}
