package io.kairos.local.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a rule becomes so that it can be tried. */
final class RuleDraftTest {

  private static RuleDraft rule(String yaml) {
    return new RuleDraft(document(yaml));
  }

  private static Map<String, Object> document(String yaml) {
    return RuleDraft.map(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }

  @Test
  void allThatWaitsBecomesOneWait() {
    RuleDraft rule =
        rule("{id: r, event: view, restart: none, after: 3d, idle: 1h, at: '20:00', send: {a: b}}");
    assertThat(rule.waiting("", 90).keys())
        .isEqualTo(document("{id: r, event: view, after: 90s, send: {a: b}}"));
  }

  @Test
  void oneStepIsLeft() {
    RuleDraft rule =
        rule(
            "{id: r, event: view, idle: 1h, steps: [{id: a, after: 1h}, {id: b, before: 2h of"
                + " order.payBy, when: x}]}");
    assertThat(rule.steps()).containsExactly("a", "b");
    assertThat(rule.waiting("b", 5).keys())
        .isEqualTo(document("{id: r, event: view, steps: [{id: b, when: x, after: 5s}]}"));
  }

  @Test
  void variantsKeepWhatTheySayButDoNotWait() {
    RuleDraft rule =
        rule(
            """
            id: r
            steps: [{id: a}, {id: b}]
            experiment:
              holdout: 5%
              variants:
                one: {share: 50%, at: '20:00', template: t}
                two: {share: 50%, steps: {a: {after: 2h, offer: o}, b: {after: 3h}}}
            """);
    assertThat(rule.waiting("a", 0).keys().get("experiment"))
        .isEqualTo(
            document(
                """
                holdout: 5%
                variants:
                  one: {share: 50%, template: t}
                  two: {share: 50%, steps: {a: {offer: o}}}
                """));
  }

  @Test
  void aRuleThatIsNotInForceIsTriedAllTheSameAndThatIsSaid() {
    RuleDraft rule = rule("{id: r, event: view, status: paused, effectiveFrom: x, send: {}}");
    assertThat(rule.waiting("", 0).keys()).doesNotContainKeys("status", "effectiveFrom");
    assertThat(new Course(rule).begun("now"))
        .isEqualTo("began with view of now (set aside: status: paused, effectiveFrom: x)");
  }

  @Test
  void whatHasToBecomeTrueIsAskedAsACondition() {
    RuleDraft rule = rule("{id: r, becomes: a > 1, per: query, unless: view, when: [b, c]}");
    assertThat(rule.asked().keys())
        .isEqualTo(document("{id: r, event: updated, when: [a > 1, b, c]}"));
  }

  @Test
  void aDayOfTheCalendarIsAskedAsIfItWereToday() {
    RuleDraft rule = rule("{id: r, every: birthday, send: {}}");
    assertThat(rule.asked().keys()).isEqualTo(document("{id: r, event: updated, send: {}}"));
    assertThat(new Course(rule).asked())
        .isEqualTo("is asked as if it were the day: every birthday");
  }

  @Test
  void theDocumentItselfIsLeftAlone() {
    RuleDraft rule = rule("{id: r, event: view, after: 1h, steps: [{id: a, after: 1h}]}");
    Map<String, Object> before =
        document("{id: r, event: view, after: 1h, steps: [{id: a, after: 1h}]}");
    rule.waiting("a", 9);
    rule.asked();
    rule.withoutDemand();
    assertThat(rule.keys()).isEqualTo(before);
  }
}
