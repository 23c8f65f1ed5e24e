package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schema of the rule file lets pass, and what it refuses and where. */
class RuleSchemaTest {
  private static final RuleSchema SCHEMA = new RuleSchema();

  static List<Example> examples() {
    return Example.ofTheDocs().stream().filter(e -> !e.isOfAModel()).toList();
  }

  @Test
  void letsTheDefaultFilePass() {
    assertThat(SCHEMA.complaints(Example.load(Example.defaultFile()))).isEmpty();
  }

  @Test
  void letsAFilePassThatUsesEveryCornerOfTheGrammar() {
    assertThat(SCHEMA.complaints(Example.load(Example.resource("/rules/ten-rules.yaml"))))
        .isEmpty();
  }

  @Test
  void letsADeliveryPassThatNeedsNoConsent() {
    assertThat(SCHEMA.complaints(Example.load("delivery: {consentNeeded: []}"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void letsTheExamplesOfTheDocsPass(Example example) {
    assertThat(SCHEMA.complaints(example.file())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: 加购未付款, note: n, owner: CRM, version: 3}",
        "{status: shadow, effectiveFrom: 2027-08-09T00:00:00+08:00, effectiveTo: 2027-09-06T00:00Z}",
        "{event: null, becomes: cart.value >= 50, existing: fire}",
        "{event: null, every: 2027-11-11}",
        "{event: null, every: month on last}",
        "{event: null, every: registration-anniversary}",
        "{event: [view, quizDone], following: {event: [search, login], within: 2h}}",
        "{where: [\"event.to == 'gold'\", tier == event.to], when: true}",
        "{restart: none, idle: 30m, at: best-hour, unless: [order.placed, tier.lowered]}",
        "{before: 2h of order.payBy}",
        "{again: always, quietHours: drop, priority: 0}",
        "{send: [{if: cart.value > 1, channel: [push, sms], template: t, data: {n: 1}}]}",
        "{experiment: {name: gift, variants: {a: {share: 100%, steps: {one: {after: 2h}}}}}}",
      })
  void letsARulePassThatSays(String keys) {
    assertThat(SCHEMA.complaints(Map.of("rules", List.of(rule(keys))))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {id: null}                                      | '' required
          {id: Cart}                                      | /id pattern
          {id: cart--abandon}                             | /id pattern
          {version: 0}                                    | /version minimum
          {version: one}                                  | /version type
          {status: draft}                                 | /status enum
          {effectiveFrom: 2027-08-09}                     | /effectiveFrom pattern
          {effectiveTo: 2027-08-09T00:00:00}              | /effectiveTo pattern
          {purpose: transactional}                        | /purpose enum
          {afer: 1h}                                      | /afer forbidden
          {event: null}                                   | '' anyOf
          {event: cart.aded}                              | /event anyOf
          {event: 1}                                      | /event anyOf
          {event: []}                                     | /event anyOf
          {event: [view, view]}                           | /event anyOf
          {becomes: cart.value > 50}                      | /becomes forbidden
          {every: birthday}                               | /every forbidden
          {existing: fire}                                | /existing forbidden
          {event: null, becomes: a, where: b}             | /where forbidden
          {event: null, every: birthday, following: b}    | /following forbidden
          {event: null, every: week on SUNDAY}            | /every pattern
          {event: null, every: month on 32}               | /every pattern
          {event: null, every: 2027-13-01}                | /every pattern
          {event: null, becomes: a, existing: ignore}     | /existing enum
          {following: {event: search}}                    | /following required
          {following: {event: a.b, within: 1h}}           | /following/event anyOf
          {following: {event: search, within: 0h}}        | /following/within pattern
          {per: basket}                                   | /per enum
          {restart: 1}                                    | /restart anyOf
          {after: 1 hour}                                 | /after pattern
          {after: 90}                                     | /after type
          {before: order.payBy}                           | /before pattern
          {before: 2h of order.payBy, after: 1h}          | /before forbidden
          {idle: -1h}                                     | /idle pattern
          {at: 7pm}                                       | /at pattern
          {at: '24:00'}                                   | /at pattern
          {unless: order.place}                           | /unless anyOf
          {when: []}                                      | /when anyOf
          {when: {if: a}}                                 | /when anyOf
          {again: sometimes}                              | /again anyOf
          {quietHours: wait}                              | /quietHours enum
          {priority: 101}                                 | /priority maximum
          {send: null}                                    | '' anyOf
          {send: []}                                      | /send anyOf
          {send: {channel: push}}                         | /send anyOf
          {send: {channel: push, template: t, tmpl: x}}   | /send/tmpl forbidden
          {send: {channel: push, template: t, validFor: 0h}} | /send/validFor pattern
          {send: {channel: a-channel-of-17-c, template: t}} | /send/channel anyOf
          {send: {channel: push, template: t, data: {a: [1]}}} | /send/data/a type
          {steps: [{id: one, send: {channel: push, template: t}}]} | /send forbidden
          {send: null, steps: []}                         | /steps minItems
          {send: null, after: 1h, steps: [{id: one, send: {channel: push, template: t}}]} | /after forbidden
          {send: null, steps: [{send: {channel: push, template: t}}]} | /steps/0 required
          {send: null, steps: [{id: one}]}                | /steps/0 required
          {send: null, steps: [{id: one, unless: view, send: {channel: push, template: t}}]} | /steps/0/unless forbidden
          {experiment: {}}                                | /experiment minProperties
          {experiment: {holdout: 5}}                      | /experiment/holdout type
          {experiment: {holdout: 101%}}                   | /experiment/holdout pattern
          {experiment: {variants: {a: {template: t}}}}    | /experiment/variants/a required
          {experiment: {variants: {a: {share: 50%, when: b}}}} | /experiment/variants/a/when forbidden
          {experiment: {variants: {a: {share: 50%, steps: {one: {share: 1%}}}}}} | /experiment/variants/a/steps/one/share forbidden
          """)
  void refusesARuleThatSays(String keys, String complaint) {
    assertThat(SCHEMA.complaints(Map.of("rules", List.of(rule(keys)))))
        .contains("/rules/0" + complaint.replace("''", ""))
        .allMatch(said -> isAbout(said, "/rules/0" + complaint.replace("''", "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {rule: []}                                      | /rule forbidden
          {rules: {id: a}}                                | /rules type
          {tiers: [{id: silver, monthlyAverage: 1}]}      | /tiers/0/id enum
          {tiers: [{id: gold}]}                           | /tiers/0 required
          {tiers: [{id: gold, monthlyAverage: -1}]}       | /tiers/0/monthlyAverage minimum
          {stages: [{id: a-name-of-25-characters-x}]}     | /stages/0/id maxLength
          {stages: [{id: new, where: a}]}                 | /stages/0/where forbidden
          {segments: [{id: student}]}                     | /segments/0 required
          {segments: [{id: student, when: [a, b]}]}       | /segments/0/when type
          {profile: {halflife: 14d}}                      | /profile/halflife forbidden
          {profile: {weights: {view: 0}}}                 | /profile/weights/view minimum
          {profile: {bots: {perHour: 1.5}}}               | /profile/bots/perHour type
          {profile: {rfm: {orders: [1, 2, 3]}}}           | /profile/rfm/orders minItems
          {profile: {pattern: {value: much}}}             | /profile/pattern/value type
          {tables: {goes-with: [phones]}}                 | /tables/goes-with type
          {events: [quiz-done]}                           | /events anyOf
          {attributes: [in]}                              | /attributes anyOf
          {delivery: {consentNeeded: [push, 1]}}          | /delivery/consentNeeded anyOf
          {delivery: {cancelFor: ten minutes}}            | /delivery/cancelFor pattern
          {delivery: {quietHours: {push: 22-8}}}          | /delivery/quietHours/push pattern
          {delivery: {quietHours: '22:00-08:00'}}         | /delivery/quietHours type
          {delivery: {quietHoursIgnorable: [vip]}}        | /delivery/quietHoursIgnorable/0 enum
          {delivery: {caps: [{most: 3}]}}                 | /delivery/caps/0 required
          {delivery: {caps: [{most: 0, within: 24h}]}}    | /delivery/caps/0/most minimum
          {delivery: {caps: [{most: 1, within: 1w}]}}     | /delivery/caps/0/within pattern
          {delivery: {caps: [{most: 1, per: 24h}]}}       | /delivery/caps/0/per forbidden
          {delivery: {gap: 2}}                            | /delivery/gap type
          {delivery: {holdout: 0.05}}                     | /delivery/holdout type
          {delivery: {liveFrom: tomorrow}}                | /delivery/liveFrom pattern
          {delivery: {testers: c1}}                       | /delivery/testers type
          {delivery: {channels: [push, push]}}            | /delivery/channels anyOf
          """)
  void refusesAFileThatSays(String file, String complaint) {
    assertThat(SCHEMA.complaints(Example.load(file)))
        .contains(complaint)
        .allMatch(said -> isAbout(said, complaint));
  }

  /** Whether it is said of the same place, of one above it, or of one beneath it. */
  private static boolean isAbout(String said, String complaint) {
    String one = said.substring(0, said.indexOf(' ')) + "/";
    String other = complaint.substring(0, complaint.indexOf(' ')) + "/";
    return one.startsWith(other) || other.startsWith(one);
  }

  /** A good rule, but for these keys; null takes one out. */
  private static Map<String, Object> rule(String keys) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", "example");
    rule.put("event", "view");
    rule.put("send", Map.of("channel", "push", "template", "hello"));
    ((Map<?, ?>) Example.load(keys)).forEach((key, value) -> rule.put((String) key, value));
    rule.values().removeIf(Objects::isNull);
    return rule;
  }
}
