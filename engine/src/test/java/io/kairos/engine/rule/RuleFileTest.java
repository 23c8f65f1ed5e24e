package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.event.EventName;
import io.kairos.engine.segment.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule files that read well, and what is said of those that do not. */
class RuleFileTest {
  private static final String SEND = "send: {channel: push, template: hello}";

  @Test
  void readsTheDefaults() {
    RuleSet defaults = RuleFile.defaults("CNY");

    assertThat(defaults.rules()).containsKeys("cart-abandon", "dormancy", "vip-upgrade");
    assertThat(defaults.segments().tiers().rung(Tier.GOLD))
        .hasValueSatisfying(rung -> assertThat(rung.monthlyAverageMinor()).isEqualTo(2_000_00));
    assertThat(defaults.policy().consents().needed()).containsExactly("sms");
    assertThat(defaults.policy().cancelForMillis()).isEqualTo(Duration.ofMinutes(10).toMillis());
  }

  @Test
  void readsTheMinorUnitOfTheCurrency() {
    RuleSet yen = RuleFile.defaults("JPY");

    assertThat(yen.segments().tiers().rung(Tier.GOLD).orElseThrow().monthlyAverageMinor())
        .isEqualTo(2_000);
  }

  @Test
  void fillsInWhatIsLeftOut() {
    Rule rule = rule("event: [cart.added, view]", SEND);

    assertThat(rule.version()).isEqualTo(1);
    assertThat(rule.scope())
        .isEqualTo(
            new Rule.Scope(
                Per.CUSTOMER,
                EventSet.of(EventName.CART_ADDED, EventName.VIEW),
                EventSet.NONE,
                null));
    assertThat(rule.manner())
        .isEqualTo(new Plan.Manner(Purpose.MARKETING, hours(24), Plan.Quiet.HOLD, 50));
    assertThat(rule.plan().steps())
        .containsExactly(
            new Step(
                Name.of("", 0),
                new Step.Wait(new Delay.After(0), 0, new TimeOfDay.Any()),
                List.of(),
                List.of(
                    new Case(
                        null,
                        List.of("push"),
                        new Case.Content("hello", null, Map.of()),
                        hours(24)))));
  }

  @Test
  void neverRepeatsByDefaultWhatIsAboutOneThing() {
    assertThat(rule("event: order.paid", "per: order", SEND).manner().againMillis())
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anSmsIsValidForThreeDays() {
    Rule rule = rule("event: view", "send: {channel: [push, sms], template: t}");

    assertThat(rule.plan().steps().get(0).cases().get(0).validForMillis()).isEqualTo(hours(72));
  }

  @Test
  void nothingRestartsTheWaitWhereItSaysNone() {
    assertThat(rule("event: view", "restart: none", SEND).scope().restart().names()).isEmpty();
  }

  @Test
  void readsOneConditionOrMany() {
    Rule rule = rule("event: cart.added", "when: [cart.value >= 49.90, cart.count > 1]", SEND);

    assertThat(rule.when())
        .extracting(Condition::source)
        .containsExactly("cart.value >= 49.90", "cart.count > 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "event: view         | colour: red           | colour     | is not known",
        "event: view         | becomes: activity.idleDays >= 3 | event | exactly one start",
        "per: cart           | after: 1h             | event      | exactly one start",
        "event: view         | after: soon           | after      | is no duration",
        "event: view         | idle: 30              | idle       | is no duration",
        "event: viewed       | after: 1h             | event      | Known: view, search",
        "event: unknown      | after: 1h             | event      | No event is called",
        "event: view         | unless: ordered       | unless     | No event is called",
        "event: view         | restart: ordered      | restart    | No event is called",
        "event: view         | when: cart.size > 1   | when       | no variable is called",
        "event: view         | when: cart.value       | when      | compare it",
        "event: view         | when: segment('rich') | when       | no segment is called",
        "event: view         | where: cart.count = 1 | where      | column 12",
        "becomes: cart.count > 1 | when: event.to == 'gold' | when  | no variable is called",
        "becomes: activity.idleDays >= 3 | where: cart.count > 1 | where | starts on none",
        "event: view         | when: {a: b}          | when       | must be a text",
        "event: view         | per: basket           | per        | Known: cart",
        "event: view         | version: two          | version    | whole number",
        "event: view         | version: 0            | version    | from 1",
        "event: view         | version: 99999999999  | version    | whole number",
        "event: view         | priority: 101         | priority   | to 100",
        "event: view         | again: often          | again      | is no duration",
        "event: view         | quietHours: ignore    | quietHours | under quietHoursIgnorable",
        "event: [{a: b}]     | after: 1h             | event      | must be a text",
        "becomes: cart.count > 1 | per: order        | per        | cannot be order",
        "event: []           | after: 1h             | event      | at least one event",
        "event: tier.lowered | per: tier    | per | tier.lowered never has the key tier. Events that"
            + " can have it: tier.raised",
        "event: view         | per: cart    | per | Events that can have it: cart.added, cart.rem",
        "event: order.paid   | per: item    | per | order.paid never has the key item",
        "event: [view, login] | per: query  | per | login or view never has the key query",
        "event: segment.left | per: category | per | never has the key category",
        "event: cart.added   | before: 2h of order.payBy | before | is about an order",
        "becomes: cart.count > 1 | before: 2h of order.payBy | before | is about an order",
        "becomes: prediction.pAlive < cart.value | after: 1h | becomes | changes all the time",
        "becomes: activity.idleDays >= 0 | after: 1h | becomes    | activity.idleDays",
      })
  void namesRuleAndKeyOfAMistake(String one, String other, String key, String why) {
    assertThatThrownBy(() -> rule(one, other, SEND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rule 'hello-again'")
        .hasMessageContaining("key '" + key + "'")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "event: [view, cart.added]        | per: cart",
        "event: [login, search]           | per: query",
        "event: [tier.raised, tier.lowered] | per: tier",
        "event: custom                    | per: item",
        "event: cart.emptied              | per: category",
        "event: [view, order.paid]        | before: 2h of order.payBy",
      })
  void letsOneOfTheEventsBegin(String event, String key) {
    assertThat(rule(event, key, SEND).start()).isInstanceOf(Start.OnEvent.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "template: t                              | channel  | is missing",
        "channel: push                            | template | is missing",
        "channel: push, template: [a]             | template | must be a text",
        "channel: push, template: t, validFor: 0s | validFor | above 0",
        "channel: a-very-long-channel, template: t | channel | longer than 16",
        "channel: push, template: t, offer: [o]   | offer    | must be a text",
      })
  void namesRuleAndKeyOfAMistakeInWhatIsSent(String send, String key, String why) {
    assertThatThrownBy(() -> rule("event: view", "send: {" + send + "}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rule 'hello-again', send, key '" + key + "'")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules: {a: b}                     | key 'rules': must be a list",
        "rules: [text]                     | rule must be a map",
        "'rules: [{id: Upper, event: view}]' | kebab-case",
        "rules: [{event: view}]            | key 'id': is missing",
        "'rules: [{id: a, id: b}]'         | rule, key 'id': stands twice",
        "'rules: ['                        | No YAML",
        "just text                         | the rule file must be a map",
        "people: []                        | key 'people': is not known",
        "'tiers: [{id: silver, monthlyAverage: 1}]' | No tier is called 'silver'",
        "'tiers: [{id: gold, monthlyAverage: much}]' | tier 'gold', key 'monthlyAverage'",
        "'delivery: {cancelFor: 1}'        | delivery, key 'cancelFor'",
        "'stages: [{id: a, when: cart.count > 1}]' | stage 'a', key 'when': every stage but",
        "'stages: [{id: a}, {id: b}]'      | stage 'a', key 'when': every stage but",
        "'stages: [{id: a, when: stage == a}, {id: b}]' | stage 'a', key 'when'",
        "'segments: [{id: a, when: segment(''b'')}, {id: b, when: cart.count > 1}]' | no segment",
        "'segments: [{id: A, when: cart.count > 1}]' | kebab-case",
        "'segments: [{id: a, when: cart.count > 1}, {id: a, when: cart.count > 1}]' | this name",
        "'profile: {halfLife: 1s}'         | key 'halfLife': must be at least 1m",
        "'profile: {weights: {view: 0}}'   | key 'view': must be a number from 0.001",
        "'profile: {rfm: {orders: [1, 2]}}' | four rising limits",
        "'profile: {priceBands: [200, 50]}' | rising limits",
        "'profile: {bots: {perMinute: 0}}' | key 'perMinute'",
        "'events: [in]'                    | key 'events'",
        "'events: [quizDone, login]'       | key 'events': 'login' is an event of every shop",
        "'events: [custom]'                | key 'events': 'custom' is an event of every shop",
        "'events: [a-b]'                   | key 'events'",
        "'tables: [a]'                     | tables must be a map",
      })
  void saysWhatIsWrongWithTheFile(String yaml, String why) {
    assertThatThrownBy(() -> RuleFile.parse(yaml, "CNY"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void refusesTwoRulesOfOneId() {
    String one = "  - {id: twice, event: view, " + SEND + "}\n";

    assertThatThrownBy(() -> RuleFile.parse("rules:\n" + one + one, "CNY"))
        .hasMessageContaining("two rules are called 'twice'");
  }

  @Test
  void refusesNamesThatStateCannotTellApart() {
    String step = "{id: %s, " + SEND + "}";
    String steps = "steps: [" + step.formatted("welcome-132") + ", %s]";
    String variants = "experiment: {variants: {welcome-132: {share: 50%%}, %s: {share: 50%%}}}";

    assertThatThrownBy(() -> rule("event: view", steps.formatted(step.formatted("thanks-1169"))))
        .hasMessageContaining("step 'thanks-1169', key 'id': its hash")
        .hasMessageContaining("choose another name");
    assertThatThrownBy(() -> rule("event: view", SEND, variants.formatted("thanks-1169")))
        .hasMessageContaining("variants, key 'thanks-1169': its hash");
  }

  @ParameterizedTest
  @CsvSource({"1s, 1000", "30m, 1800000", "1h, 3600000", "30d, 2592000000"})
  void readsDurations(String text, long millis) {
    assertThat(
            rule("event: view", "after: " + text, SEND)
                .plan()
                .steps()
                .get(0)
                .waiting()
                .afterMillis())
        .isEqualTo(millis);
  }

  private static long hours(int hours) {
    return Duration.ofHours(hours).toMillis();
  }

  private static Rule rule(String... keys) {
    String yaml = "rules:\n  - id: hello-again\n    " + String.join("\n    ", keys);
    return RuleFile.parse(yaml, "CNY").rule("hello-again");
  }
}
