package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule file says of delivery, and what its rules may do under that. */
class RuleFilePolicyTest {
  private static final String SEND = "send: {channel: push, template: hello}";

  @Test
  void asksConsentForSmsWhereThePolicySaysNothing() {
    assertThat(RuleFile.parse("rules: []", "CNY").policy().consents().needed())
        .containsExactly("sms");
  }

  @ParameterizedTest
  @CsvSource({"08:00-07:45", "23:31-23:30", "00:00-23:31"})
  void quietHoursLeaveTimeForWhatTheyHeld(String window) {
    String file = "delivery: {quietHours: {push: '%s'}}".formatted(window);

    assertThatThrownBy(() -> RuleFile.parse(file, "CNY"))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("half hour");
  }

  @Test
  void marketingIgnoresQuietHoursWhereThePolicySaysSo() {
    String policy = "delivery: {quietHoursIgnorable: [marketing]}\n";
    String ignore = "quietHours: ignore";

    assertThat(ruleUnder(policy, "event: view", ignore, SEND).manner().quiet())
        .isEqualTo(Plan.Quiet.IGNORE);
    assertThatThrownBy(() -> ruleUnder(policy, "event: view", "purpose: service", ignore, SEND))
        .hasMessageContaining("of purpose service")
        .hasMessageContaining("under quietHoursIgnorable");
  }

  @Test
  void dataCarriesThePersonalNamesThatThePolicyLists() {
    String send = "send: {channel: push, template: t, data: {where: customer.city}}";
    String listed = "delivery: {personalData: [customer.city]}\n";
    String another = "delivery: {personalData: [customer.language]}\n";

    Rule rule = ruleUnder(listed, "event: view", send);
    assertThat(rule.plan().steps().get(0).cases().get(0).content().data())
        .containsOnlyKeys("where");
    for (String policy : List.of("", another)) {
      assertThatThrownBy(() -> ruleUnder(policy, "event: view", send))
          .hasMessageContaining("key 'where'")
          .hasMessageContaining("customer.city is personal");
    }
  }

  @Test
  void quietHoursMayLeaveHalfAnHour() {
    String file = "delivery: {quietHours: {push: '08:00-07:30'}}";

    assertThat(RuleFile.parse(file, "CNY").policy().quiet().byChannel()).containsKey("push");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "consentNeeded: [push, smss]             | delivery, key 'consentNeeded'",
        "consentAssumed: smss                    | delivery, key 'consentAssumed'",
        "quietHours: {smss: '22:00-08:00'}       | delivery, quietHours, key 'smss'",
        "caps: [{channel: smss, within: 24h}]    | delivery, cap, key 'channel'",
      })
  void thePolicySpeaksOnlyOfChannelsThatItDeclares(String line, String place) {
    String file = "delivery: {channels: [push, sms], " + line + "}";

    assertThatThrownBy(() -> RuleFile.parse(file, "CNY"))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining(place)
        .hasMessageContaining("'smss' is not declared under delivery, channels: push, sms")
        .hasMessageContaining("did you mean sms?");
  }

  @Test
  void thePolicySpeaksOfAnyChannelWhereItDeclaresNone() {
    String file =
        """
        delivery:
          consentNeeded: [telex]
          consentAssumed: [telex]
          quietHours: {telex: "22:00-08:00"}
          caps: [{channel: telex, within: 24h}]
        """;

    assertThat(RuleFile.parse(file, "CNY").policy().quiet().byChannel()).containsKey("telex");
  }

  @Test
  void aPolicyNeedNotDeclareTheChannelThatNeedsConsentByDefault() {
    String file = "delivery: {channels: [push]}";

    assertThat(RuleFile.parse(file, "CNY").policy().consents().needed()).containsExactly("sms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quietHours: {a-very-long-channel: '22:00-08:00'}",
        "quietHours: {'': '22:00-08:00'}",
        "caps: [{channel: a-very-long-channel, within: 24h}]",
      })
  void everyChannelOfThePolicyHasTheLengthOfOne(String line) {
    assertThatThrownBy(() -> RuleFile.parse("delivery: {" + line + "}", "CNY"))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("is no channel: it is empty or longer than 16");
  }

  private static Rule ruleUnder(String policy, String... keys) {
    String yaml = "rules:\n  - id: hello-again\n    " + String.join("\n    ", keys);
    return RuleFile.parse(policy + yaml, "CNY").rule("hello-again");
  }
}
