package io.kairos.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0", "tier, tier, 0", "Tier, tier, 0", "tire, tier, 1", "teir, tier, 1",
    "ties, tier, 1", "tie, tier, 1", "tiger, tier, 1", "'', tier, 4", "kitten, sitting, 3",
  })
  void countsSteps(String left, String right, int steps) {
    assertThat(Spelling.distance(left, right)).isEqualTo(steps);
    assertThat(Spelling.distance(right, left)).isEqualTo(steps);
  }

  @Test
  void takesTheNearestAndOfEqualsTheFirst() {
    assertThat(Spelling.nearest("cart.valu", List.of("card.valu", "cart.value", "tier")))
        .contains("card.valu");
    assertThat(Spelling.nearest("xyz", List.of("tier", "city"))).isEmpty();
  }
}
