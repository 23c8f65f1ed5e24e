package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.fact.About;
import io.kairos.engine.fact.EventField;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rules are looked at when an event comes, by what it tells. */
class StartersTest {
  private static final String RULES =
      """
      rules:
      - {id: a-item, event: view, where: event.item == 'tea', SEND}
      - {id: b-any, event: view, SEND}
      - {id: c-brand-and-item, event: view, where: [event.brand == 'acme', event.item == 'tea'], SEND}
      - {id: d-either, event: view, where: "event.item == 'tea' || event.item == 'pot'", SEND}
      - {id: e-not, event: view, where: event.item != 'tea', SEND}
      - {id: f-both, event: view, where: "event.price >= 3 && event.category == 'tea.green'", SEND}
      - {id: g-customer, event: view, where: customer.city == 'Wuhan', SEND}
      - {id: h-query, event: [search, view], where: event.query == 'tea pot', SEND}
      """
          .replace("SEND", "after: 1h, send: {channel: push, template: t}");

  private final Starters starters = new Starters();

  StartersTest() {
    RuleFile.parse(RULES, "CNY").rules().values().stream()
        .sorted(Comparator.comparing(Rule::id))
        .forEach(starters::add);
  }

  @Test
  void aRuleAboutOneItemIsLookedAtForThatItemOnly() {
    assertThat(found(EventField.ITEM, "tea")).isEqualTo("a-item b-any d-either e-not g-customer");
    assertThat(found(EventField.ITEM, "pot")).isEqualTo("b-any d-either e-not g-customer");
  }

  @Test
  void ofTwoTextsTheFirstDecides() {
    assertThat(found(EventField.BRAND, "acme"))
        .isEqualTo("b-any c-brand-and-item d-either e-not g-customer");
  }

  @Test
  void aTextAmongOtherThingsThatMustHoldDecidesToo() {
    assertThat(found(EventField.CATEGORY, "tea.green"))
        .isEqualTo("b-any d-either e-not f-both g-customer");
  }

  @Test
  void whatAnEventDoesNotTellBeginsNoRuleAboutIt() {
    assertThat(ids(starters.of(About.NOTHING))).isEqualTo("b-any d-either e-not g-customer");
  }

  @Test
  void rulesByDifferentTextsComeInTheOrderOfIds() {
    Map<EventField, String> told = Map.of(EventField.ITEM, "tea", EventField.QUERY, "tea pot");
    assertThat(ids(starters.of(about(told))))
        .isEqualTo("a-item b-any d-either e-not g-customer h-query");
  }

  private String found(EventField field, String text) {
    return ids(starters.of(about(Map.of(field, text))));
  }

  private static String ids(List<Rule> rules) {
    return String.join(" ", rules.stream().map(Rule::id).toList());
  }

  private static About about(Map<EventField, String> told) {
    return new About() {
      @Override
      public String text(EventField field) {
        return told.get(field);
      }

      @Override
      public long number(EventField field) {
        return UNKNOWN;
      }
    };
  }
}
