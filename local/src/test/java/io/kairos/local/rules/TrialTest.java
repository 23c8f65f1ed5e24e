package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.ledger;
import static io.kairos.local.rules.Rules.rule;
import static io.kairos.local.rules.Rules.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kairos.engine.rule.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrialTest {
  private static final String ASKS_FOR_A_SEGMENT =
      """
      rules:
        - id: greeting
          event: view
          when: segment('rich')
          send: {channel: push, template: hello}
      """;

  @Test
  void readsAFileTogetherWithWhatIsDeclaredAlready() {
    assertThat(order(ledger(), ASKS_FOR_A_SEGMENT)).containsExactly("rule/greeting@1");
  }

  @Test
  void readsARuleBesideOneThatIsPausedByARecordWithoutABody() {
    Revision.Terms terms = new Revision.Terms(Period.OPEN, null, null);
    Revision paused = new Revision(Rules.DORMANCY, 2, Status.PAUSED, "", terms);
    Ledger ledger = ledger(Rules.AT.published(paused, NOON.minusSeconds(60)));

    assertThat(order(ledger, rule("another", "1h"))).containsExactly("rule/another@1");
  }

  @Test
  void saysOfEachFaultWhereItIsInTheFile() {
    String file =
        """
        rules:
          - {id: one, event: view, when: crt.value > 3, send: {channel: push, template: a}}
          - id: two
            evnt: view
            send: {channel: push, template: a}
        """;

    List<Fault> faults = faults(ledger(), file);

    assertThat(faults)
        .extracting(fault -> fault.line() + ":" + fault.column())
        .containsExactly("2:34", "4:11");
    assertThat(faults.get(0).message()).contains("cart.value");
    assertThat(faults.get(1).message()).contains("evnt");
  }

  @Test
  void refusesWhatTakesAwayWhatAnotherRuleNeeds() {
    Published greeting = publication(ASKS_FOR_A_SEGMENT, Period.OPEN);

    assertThat(faults(ledger(greeting), "segments: []\n"))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.line()).isZero();
              assertThat(fault.message()).startsWith("not in this file").contains("greeting");
            });
  }

  @Test
  void refusesWhatTakesAwayWhatAPlanNeeds() {
    Published greeting = publication(ASKS_FOR_A_SEGMENT, Rules.from(NOON.plusSeconds(86_400)));

    assertThat(faults(ledger(greeting), "segments: []\n")).hasSize(1);
    assertThat(order(ledger(greeting), rule("another", "1h"))).hasSize(1);
  }

  @Test
  void looksAtEveryInstantThoughTheFileBeginsToHoldPartByPart() {
    String file =
        ASKS_FOR_A_SEGMENT.replace("rich", "poor")
            + "    effectiveTo: 2026-11-01T00:00:00Z\n"
            + rule("later", "1h").replace("rules:\n", "")
            + "    effectiveFrom: 2026-12-01T00:00:00Z\n";

    assertThat(faults(ledger(), file)).isNotEmpty();
  }

  @Test
  void refusesAModelThatTheEngineDoesNotTake() {
    String model = "name: ours\ndaysPerUnit: 7\npurchases: {r: 1}\nspend: {p: 6, q: 3, v: 15}\n";

    assertThat(faults(ledger(), model).get(0).message()).contains("purchases");
  }

  @Test
  void writesFirstWhatOthersLeanOn() {
    String file =
        ASKS_FOR_A_SEGMENT.replace("rich", "poor")
            + "segments: [{id: rich, when: orders.count > 9}, {id: poor, when: orders.count < 9}]\n"
            + "tables: {t: {a: b}}\nattributes: [colour]\n";

    assertThat(order(ledger(), file))
        .containsExactly(
            "attributes/declared@1", "table/t@1", "segment/segments@1", "rule/greeting@1");
  }

  @Test
  void writesFirstTheRuleThatGivesUpWhatIsTakenAway() {
    Published greeting = publication(ASKS_FOR_A_SEGMENT, Period.OPEN);
    String file =
        ASKS_FOR_A_SEGMENT.replace("segment('rich')", "cart.value > 3") + "segments: []\n";

    assertThat(order(ledger(greeting), file))
        .containsExactly("rule/greeting@2", "segment/segments@1");
  }

  @Test
  void refusesWhatAJobCannotTakeOneAfterTheOther() {
    Published greeting = publication(ASKS_FOR_A_SEGMENT, Period.OPEN);
    String file =
        ASKS_FOR_A_SEGMENT.replace("rich", "poor")
            + "segments: [{id: poor, when: orders.count < 9}]\n";

    assertThat(faults(ledger(greeting), file))
        .hasSize(2)
        .allSatisfy(fault -> assertThat(fault.hint().orElseThrow()).contains("in two steps"));
  }

  @Test
  void refusesAFileThatWithdrawsARuleAndNamesTheCommandThatDoes() {
    String file = rule("dormancy", "1h") + "    status: withdrawn\n";

    assertThat(faults(ledger(), file))
        .containsExactly(
            Fault.error(6, 13, "no file withdraws a rule: ./kairos rules withdraw dormancy does"));
  }

  @Test
  void takesADraftBesideABaseFileThatWithdrawsARule() {
    String base = Rules.BASE.replace("version: 1", "version: 1\n    status: withdrawn");
    Ledger ledger = Ledger.of(BaseRules.of(source(base)), List.of());

    assertThat(order(ledger, rule("another", "1h"))).containsExactly("rule/another@1");
    assertThat(order(ledger, base)).isEmpty();
    assertThat(order(ledger, rule("dormancy", "1h"))).containsExactly("rule/dormancy@2");
  }

  @Test
  void letsNothingPassThatIsAsItWas() {
    assertThat(order(ledger(), Rules.BASE)).isEmpty();
  }

  private static Published publication(String yaml, Period period) {
    Draft draft = Rules.draft(yaml);
    Revision.Terms terms = new Revision.Terms(period, "ann", null);
    return Rules.AT.published(
        new Revision(draft.id(), 1, Status.ACTIVE, draft.body(), terms), NOON.minusSeconds(60));
  }

  private static Proposal proposal(Ledger ledger, String yaml) {
    return Proposal.of(ledger, source(yaml).drafts(), Rules.ANN, Rules.AT);
  }

  private static List<String> order(Ledger ledger, String yaml) {
    return new Trial(proposal(ledger, yaml), source(yaml), "CNY")
        .order().stream().map(Revision::key).toList();
  }

  private static List<Fault> faults(Ledger ledger, String yaml) {
    return catchThrowableOfType(FaultException.class, () -> order(ledger, yaml)).faults();
  }
}
