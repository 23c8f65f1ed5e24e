package io.kairos.engine.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT59S, 59 s",
    "PT1M, 1 min",
    "PT1M30S, 1 min 30 s",
    "PT1H, 1 h",
    "PT1H5M, 1 h 5 min",
    "PT47H, 47 h",
    "PT48H, 2 days",
    "PT730H, 30 days 10 h",
  })
  void saysTheTwoLargestUnits(Duration duration, String words) {
    assertThat(Spell.of(duration.toMillis())).isEqualTo(words);
  }
}
