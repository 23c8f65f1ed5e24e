package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiers as a ladder, and the groups and other texts that a rule may name. */
class RuleFileGroupsTest {
  private static final String SEND = "send: {channel: push, template: hello}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: none, monthlyAverage: 1}   | tier 'none', key 'id': 'none' is what customers",
        "{id: gold, monthlyAverage: 900} | tier 'gold', key 'id': two tiers are called 'gold'",
        "{id: platinum, monthlyAverage: 499.99, orders: 3} | key 'monthlyAverage': 'platinum'"
            + " demands less than 'gold', the tier below it",
        "{id: diamond, monthlyAverage: 500, orders: 2} | key 'orders': 'diamond' demands less"
            + " than 'gold', the tier below it",
      })
  void tiersAreALadder(String other, String why) {
    String gold = "{id: gold, monthlyAverage: 500, orders: 3}";

    for (String tiers : new String[] {gold + ", " + other, other + ", " + gold}) {
      assertThatThrownBy(() -> RuleFile.parse("tiers: [" + tiers + "]", "CNY"))
          .isInstanceOf(RuleFileException.class)
          .hasMessageContaining(why);
    }
  }

  @Test
  void aTierMayDemandAsMuchAsTheOneBelowIt() {
    String tiers =
        "tiers: [{id: diamond, monthlyAverage: 500}, {id: gold, monthlyAverage: 500.00}]";

    assertThat(RuleFile.parse(tiers, "CNY").segments().tiers().rungs()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where: tier == 'glod'            | tier is never 'glod'; did you mean 'gold'?",
        "when: tier in ['gold', 'silver'] | tier is never 'silver'; it is one of: none, gold",
        "when: tier == 'diamond'          | tier is never 'diamond'; it is one of: none, gold",
        "where: event.to != 'golden'      | event.to is never 'golden'; did you mean 'gold'?",
        "when: stage == 'actives'         | stage is never 'actives'; did you mean 'active'?",
        "when: stage == 'rich'            | stage is never 'rich'; it is one of: new, active",
        "where: event.segment == 'rihc'   | event.segment is never 'rihc'; did you mean 'rich'?",
        "where: event.name == 'veiw'      | event.name is never 'veiw'; did you mean 'view'?",
        "when: customer.ageBand == '25-36' | customer.ageBand is never '25-36'; did you mean",
        "when: orders.rhythm == 'yearly'  | orders.rhythm is never 'yearly'; it is one of: none,",
        "when: orders.pattern == 'often'  | orders.pattern is never 'often'; it is one of: high-",
      })
  void refusesATextThatAVariableNeverIs(String key, String why) {
    assertThatThrownBy(() -> RuleFile.parse(grouped(key), "CNY"))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("rule 'grouped', key '" + key.substring(0, key.indexOf(':')))
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when: tier != 'none'",
        "where: event.to == 'none'",
        "where: event.segment in ['rich', 'active']",
        "where: event.segment != ''",
        "where: event.name == 'tier.lowered'",
        "when: customer.ageBand in ['46+', 'unknown']",
        "when: orders.rhythm == 'once'",
        "when: customer.city == 'Atlantis'",
        "where: event.platform == 'watch'",
      })
  void letsATextPassThatAVariableMayBe(String key) {
    assertThat(RuleFile.parse(grouped(key), "CNY").rules()).containsKey("grouped");
  }

  private static String grouped(String key) {
    return """
        tiers: [{id: gold, monthlyAverage: 1}]
        stages: [{id: new, when: activity.views < 9}, {id: active}]
        segments: [{id: rich, when: "tier == 'gold' && stage != 'new'"}]
        rules:
          - id: grouped
            event: [view, tier.raised, tier.lowered, segment.entered]
            %s
            %s
        """
        .formatted(key, SEND);
  }

  @Test
  void everyBandRhythmAndPatternOfAProfileCanBeNamed() {
    for (String key :
        new String[] {
          "when: customer.ageBand in ['under-18', '18-24', '25-35', '36-45', '46+', 'unknown']",
          "when: orders.rhythm in ['none', 'once', 'daily', 'weekly', 'monthly', 'occasional']",
          "when: orders.pattern in ['high-frequency-high-value', 'high-frequency-low-value',"
              + " 'low-frequency-high-value', 'low-frequency-low-value']",
        }) {
      assertThat(RuleFile.parse(grouped(key), "CNY").rules()).containsKey("grouped");
    }
  }
}
