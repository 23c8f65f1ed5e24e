package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kairos.engine.rule.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleSourceTest {

  @Test
  void splitsAFileIntoDeclarations() {
    RuleSource file =
        source(
            """
            rules:
              - {id: one, event: view}
              - {id: two, event: like}
            stages: [{id: active}]
            segments: []
            tiers: []
            tables: {cities: {}, places: {}}
            profile: {halfLife: 14d}
            delivery: {cancelFor: 10m}
            events: [scan]
            attributes: [size]
            """);

    assertThat(file.drafts())
        .extracting(draft -> draft.id().toString())
        .containsExactly(
            "rule/one",
            "rule/two",
            "segment/stages",
            "segment/segments",
            "tier/tiers",
            "table/cities",
            "table/places",
            "policy/profile",
            "policy/delivery",
            "attributes/declared");
  }

  @Test
  void takesFromABodyWhatTheRecordSaysAndKeepsTheWritersWords() {
    Draft draft =
        Rules.draft(
            """
            rules:
              # Why.
              - id: one
                version: 7
                status: shadow           # first see
                effectiveFrom: 2027-08-09T00:00:00+08:00
                event: view              # a look
                at: "19:00"
                send: {channel: push, template: hello}
            """);

    assertThat(draft.body())
        .isEqualTo(
            """
            # Why.
            id: one
            event: view # a look
            at: "19:00"
            send: {channel: push, template: hello}
            """);
    assertThat(draft.status()).contains(Status.SHADOW);
    assertThat(draft.period().from()).contains(Instant.parse("2027-08-08T16:00:00Z"));
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void takesEveryStatusThatAJobTakes(Status status) {
    Draft draft = Rules.draft("rules: [{id: a, status: %s}]".formatted(status.label()));

    assertThat(draft.status()).contains(status);
  }

  @Test
  void takesEventsAndAttributesTogether() {
    Draft draft = Rules.draft("events: [scan]\nattributes: [size]\n");

    assertThat(draft.body()).isEqualTo("events: [scan]\nattributes: [size]\n");
  }

  @Test
  void knowsAModelFileByItsKeys() {
    RuleSource model = source("name: ours\ndaysPerUnit: 7\npurchases: {r: 1}\nspend: {p: 1}\n");

    assertThat(model.drafts()).extracting(Draft::id).containsExactly(DeclarationId.MODEL);
  }

  @Test
  void hasNothingToSayOfAnEmptyFile() {
    assertThat(source("# nothing yet\n").drafts()).isEmpty();
    assertThat(source("rules:\nevents:\n").drafts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tabels: {}                        | 1:1  | no key 'tabels'",
        "rules: {id: one}                  | 1:8  | must be a list",
        "rules: [one]                      | 1:9  | a rule is a map",
        "rules: [{event: view}]            | 1:9  | needs an id",
        "rules: [{id: a}, {id: a}]         | 1:18 | two rules are called 'a'",
        "rules: [{id: a, status: actve}]   | 1:25 | did you mean active?",
        "rules: [{id: a, effectiveTo: soon}] | 1:30 | 'soon' is no instant",
        "tables: [a]                       | 1:9  | must be a map of tables",
        "- one                             | 1:1  | a rule file is a map",
        "rules: [{id: a, id: b}]           | 1:17 | duplicate key",
        "rules: [{id: a, when: [}]         | 1:24 | no YAML"
      })
  void refusesWithAPlace(String yaml, String place, String message) {
    Fault fault = faultOf(yaml);

    assertThat(fault.line() + ":" + fault.column()).isEqualTo(place);
    assertThat(fault.message()).contains(message);
  }

  @Test
  void saysToQuoteAConditionThatYamlTakesForATag() {
    Fault fault = faultOf("rules:\n  - id: one\n    when: !known(customer.city)\n");

    assertThat(fault.line()).isEqualTo(3);
    assertThat(fault.column()).isEqualTo(11);
    assertThat(fault.hint().orElseThrow()).contains("in quotes as a whole");
  }

  @Test
  void saysNotToIndentWithTabs() {
    assertThat(faultOf("rules:\n\t- id: one\n").hint().orElseThrow()).contains("tabs");
  }

  @Test
  void findsThePlaceOfAFaultOfTheComposedFile() {
    RuleSource file = source("# mine\nrules:\n  - {id: one, event: view, when: 'x > 1'}\n");
    String composed = "rules:\n- id: other\n- id: one\n  event: view\n  when: x > 1\n";

    Fault value = Fault.error(5, 13, "no such thing");
    Fault key = Fault.error(5, 3, "no such key");

    assertThat(file.locate(value, composed)).contains(Fault.error(3, 39, "no such thing"));
    assertThat(file.locate(key, composed)).contains(Fault.error(3, 28, "no such key"));
  }

  @Test
  void doesNotTakeTheFaultOfAnotherRuleForItsOwn() {
    RuleSource file = source("rules:\n  - {id: one, event: view}\n");
    String composed = "rules:\n- id: other\n  when: x > 1\n- id: one\n  event: view\n";

    assertThat(file.locate(Fault.error(3, 9, "no such thing"), composed)).isEmpty();
  }

  @Test
  void keepsAPartThatIsUsedTwiceInEachOfItsPlaces() {
    RuleSource file =
        source(
            """
            rules:
              - {id: one, send: &hello {channel: push, template: hello}}
              - {id: two, send: *hello}
            """);

    assertThat(file.drafts())
        .extracting(Draft::body)
        .allSatisfy(body -> assertThat(body).contains("send: {channel: push, template: hello}"))
        .noneSatisfy(body -> assertThat(body).containsAnyOf("&", "*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"as it ships", "empty"})
  void splitsTheRulesThatShipWithoutALoss(String base) {
    BaseRules shipped = BaseRules.shipped();
    List<Revision> declared =
        shipped.revisions().stream().filter(one -> !one.id().equals(DeclarationId.MODEL)).toList();

    String composed = Composition.of(base.equals("empty") ? "" : shipped.text(), declared);

    List<Draft> again = source(composed).drafts();
    assertThat(again).hasSameSizeAs(declared);
    assertThat(declared)
        .allSatisfy(
            one ->
                assertThat(again)
                    .anyMatch(
                        draft ->
                            draft.id().equals(one.id())
                                && YamlBody.isSame(draft.body(), one.body())));
  }

  private static Fault faultOf(String yaml) {
    return catchThrowableOfType(FaultException.class, () -> source(yaml)).faults().get(0);
  }
}
