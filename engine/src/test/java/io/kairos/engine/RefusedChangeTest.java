package io.kairos.engine;

import static io.kairos.engine.Declarations.history;
import static io.kairos.engine.Declarations.millis;
import static io.kairos.engine.Declarations.rule;
import static io.kairos.engine.TwoVersions.BASE;
import static io.kairos.engine.TwoVersions.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.Declaration.Kind;
import io.kairos.engine.rule.RuleFileException;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of the rules that are refused and leave them as they were. */
class RefusedChangeTest {
  private final RuleHistory rules = history(BASE);

  @Test
  void refusesWhatIsWrongAndStaysAsItWas() {
    assertThatThrownBy(
            () -> change("12:00", rule("r", 2, Status.ACTIVE, TWO.replace("view", "viewed"))))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("No event is called 'viewed'");

    assertThat(rules.at(millis("13:00")).set().rule("r").version()).isEqualTo(1);
    assertThat(rules.editions()).hasSize(1);
  }

  @Test
  void refusesATableThatARuleStillAsksFor() {
    RuleHistory tables =
        history(
            "tables: {t: {a: b}}\n"
                + BASE.replace("after: 1h", "when: \"lookup('t', 'a') == 'b'\""));
    Declaration gone =
        new Declaration(Kind.SEGMENT, "segments", 1, Status.ACTIVE, "[{id: A}]", Long.MAX_VALUE);

    assertThatThrownBy(() -> tables.add(gone, millis("12:00")))
        .isInstanceOf(RuleFileException.class);
    assertThat(tables.editions()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where: event.segment == 'rich' | SEGMENT | segments | []",
        "where: stage == 'new'          | SEGMENT | stages   | [{id: old}]",
        "where: tier == 'gold'          | TIER    | tiers    | [{id: diamond, monthlyAverage: 9}]",
      })
  void refusesGroupsWithoutOneThatARuleNames(String key, Kind kind, String id, String body) {
    RuleHistory named =
        history(
            """
            tiers: [{id: gold, monthlyAverage: 1}]
            stages: [{id: new, when: activity.views < 9}, {id: old}]
            segments: [{id: rich, when: orders.count > 9}]
            rules:
              - id: r
                event: segment.entered
                %s
                send: {channel: push, template: t}
            """
                .formatted(key));
    Declaration gone = new Declaration(kind, id, 1, Status.ACTIVE, body, Long.MAX_VALUE);

    assertThatThrownBy(() -> named.add(gone, millis("12:00")))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("rule 'r', key 'where'")
        .hasMessageContaining("is never");

    named.add(rule("r", 2, Status.WITHDRAWN, ""), millis("11:00"));
    named.add(gone, millis("12:00"));

    assertThat(named.editions()).hasSize(3);
  }

  @Test
  void refusesADeclarationOfNamesWithAKeyThatIsNotKnown() {
    Declaration mistyped =
        new Declaration(
            Kind.ATTRIBUTES, "declared", 1, Status.ACTIVE, "attribute: [plan]", Long.MAX_VALUE);

    assertThatThrownBy(() -> rules.add(mistyped, millis("12:00")))
        .hasMessageContaining("key 'attribute': is not known, did you mean 'attributes'?");
  }

  @Test
  void refusesATableWhoseEndWouldLeaveARuleWithoutIt() {
    change("10:00", table(1, "{a: b}", Long.MAX_VALUE));
    change(
        "11:00",
        rule(
            "r",
            2,
            Status.ACTIVE,
            TWO.replace("after", "when: \"lookup('t', 'a') == 'b'\", after")));
    int before = rules.editions().size();

    assertThatThrownBy(() -> change("12:00", table(2, "{a: c}", millis("14:00"))))
        .isInstanceOf(RuleFileException.class);

    assertThat(rules.editions()).hasSize(before);
    assertThat(rules.at(millis("13:00")).set()).isSameAs(rules.at(millis("11:00")).set());
  }

  @Test
  void judgesAnEndByTheRulesOfThen() {
    String asking = TWO.replace("after", "when: \"lookup('t', 'a') == 'b'\", after");
    change("10:00", table(1, "{a: b}", Long.MAX_VALUE));
    change("13:00", rule("r", 2, Status.ACTIVE, asking));

    assertThatThrownBy(() -> change("12:00", table(2, "{a: c}", millis("14:00"))))
        .as("a rule asks for it from 13:00 on")
        .isInstanceOf(RuleFileException.class);

    change("13:30", rule("r", 3, Status.ACTIVE, TWO));
    change("12:00", table(2, "{a: c}", millis("14:00")));

    assertThatThrownBy(() -> change("14:00", rule("r", 4, Status.ACTIVE, asking)))
        .as("then it is over")
        .isInstanceOf(RuleFileException.class);
  }

  private static Declaration table(int version, String body, long toMillis) {
    return new Declaration(Kind.TABLE, "t", version, Status.ACTIVE, body, toMillis);
  }

  private void change(String at, Declaration declaration) {
    rules.add(declaration, millis(at));
  }
}
