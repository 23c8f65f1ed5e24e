package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import io.kairos.engine.rule.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that asks for a value of the cart at its release. */
class ConditionStoryTest {
  private static final String RULES =
      """
      rules:
        - id: big-cart
          event: cart.added
          per: cart
          after: 1h
          when: cart.value >= 50
          send: {channel: push, template: t}
      """;
  private final Story story = Story.under(RuleFile.parse(RULES, "CNY")).at("10:00");

  @ParameterizedTest
  @CsvSource({"4999, CONDITION", "5000, SENT", "5001, SENT"})
  void holdsFromItsLimit(long unitMinor, Fate fate) {
    story.adds("tea", 1, unitMinor);

    assertThat(story.until("12:00").fates("big-cart")).containsExactly(fate);
  }

  @Test
  void isAskedAtTheReleaseAndNotBefore() {
    story.adds("tea", 1, 10_00).at("10:59").changesQuantity("tea", 5);

    assertThat(story.until("12:00").fates("big-cart")).containsExactly(Fate.SENT);
  }

  @Test
  void saysInTheMajorUnitWhatItSaw() {
    Decision decision = story.adds("tea", 1, 49_90).until("12:00").decisions().get(0);

    assertThat(decision.value()).isEqualTo("cart.value = 49.90");
    assertThat(decision.limit()).isEqualTo(">= 50.00");
  }
}
