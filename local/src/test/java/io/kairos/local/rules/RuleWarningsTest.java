package io.kairos.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleWarningsTest {

  @Test
  void tellOfARuleThatIsOver() {
    assertThat(warnings(rule("effectiveTo: 2026-10-24T12:00:00Z, send: {channel: push}")))
        .containsExactly("2:41 rule 'one' never sends: it is over before it begins");
    assertThat(warnings(rule("effectiveTo: 2026-10-24T12:00:01Z, send: {channel: push}")))
        .isEmpty();
    assertThat(
            warnings(
                rule(
                    "effectiveTo: 2027-10-24T12:00:00Z, effectiveFrom: 2027-10-24T12:00:00Z,"
                        + " send: {channel: push}")))
        .hasSize(1);
  }

  @Test
  void tellOfACaseThatNoneReaches() {
    assertThat(warnings(rule("send: [{if: a, channel: push}, {channel: push}, {channel: email}]")))
        .containsExactly("2:76 rule 'one' never sends this: the case before it always holds");
  }

  @Test
  void tellOfAChannelThatIsMostLikelyMistyped() {
    assertThat(warnings(rule("steps: [{id: a, send: {channel: [push, emial]}}]")))
        .containsExactly("2:60 rule 'one' sends by emial: did you mean email?");
    assertThat(warnings(rule("send: {channel: carrier-pigeon}"))).isEmpty();
  }

  @Test
  void tellOfARuleThatNeedsAWordOfConsent() {
    assertThat(warnings(rule("send: {channel: sms}")))
        .containsExactly("2:5 rule 'one' reaches only customers who have agreed to sms");
    assertThat(warnings(rule("send: {channel: [sms, push]}"))).isEmpty();
    assertThat(warnings(rule("purpose: service, send: {channel: sms}"))).isEmpty();
    assertThat(warnings(rule("send: {channel: sms}") + "delivery: {consentAssumed: [sms]}\n"))
        .isEmpty();
    assertThat(warnings(rule("send: {channel: push}") + "delivery: {consentNeeded: push}\n"))
        .hasSize(1);
  }

  @Test
  void tellOfATestWithoutTesters() {
    String test = rule("status: test, send: {channel: push}");

    assertThat(warnings(test))
        .containsExactly("2:36 rule 'one' sends to nobody: delivery names no testers");
    assertThat(warnings(test + "delivery: {testers: [ann]}\n")).isEmpty();
  }

  private static String rule(String keys) {
    return "rules:\n  - {id: one, event: view, " + keys + "}\n";
  }

  private static List<String> warnings(String yaml) {
    return RuleWarnings.of(Rules.source(yaml), yaml, Rules.NOON).stream()
        .map(one -> "%d:%d %s".formatted(one.line(), one.column(), one.message()))
        .toList();
  }
}
