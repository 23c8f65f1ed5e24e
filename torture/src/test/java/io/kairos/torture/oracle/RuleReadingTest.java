package io.kairos.torture.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference refuses what it would have to guess. */
class RuleReadingTest {
  private static final String FILE =
      """
      rules:
        - id: left
          event: cart.added
          after: 20s
          when: cart.value >= 50
          send: {channel: push, template: left}
      delivery:
        gap: 2s
      """;

  @Test
  void readsTheRulesOfThisModule() {
    WrittenRules rules = RuleReading.read(TortureRules.text());

    assertThat(rules.rules()).hasSize(12);
    assertThat(rules.tiers()).hasSize(3);
  }

  @Test
  void givesWhatIsLeftOutItsDefault() {
    WrittenRule rule = RuleReading.read(FILE).rules().get(0);

    assertThat(rule.manner()).isEqualTo(new WrittenRule.Manner(false, 50, 86_400_000));
    assertThat(rule.course().restart()).isEqualTo(rule.start().events());
    assertThat(rule.steps().get(0).cases().get(0).validForMillis()).isEqualTo(86_400_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after: 20s -> at: best-hour",
        "after: 20s -> quietHours: drop",
        "after: 20s -> per: category",
        "after: 20s -> status: shadow",
        "after: 20s -> after: soon",
        "event: cart.added -> event: segment.entered",
        "event: cart.added -> every: birthday",
        "cart.value >= 50 -> cart.value >= 50 && cart.count > 1",
        "cart.value >= 50 -> known(cart.value)",
        "gap: 2s -> holdout: 5%",
        "gap: 2s -> quietHours: {push: '22:00-08:00'}",
        "delivery: -> segments: []\ndelivery:"
      })
  void refusesWhatItDoesNotKnow(String change) {
    String[] sides = change.split(" -> ");
    String changed = FILE.replace(sides[0], sides[1]);

    assertThat(changed).isNotEqualTo(FILE);
    assertThatThrownBy(() -> RuleReading.read(changed)).isInstanceOf(NotCovered.class);
  }
}
