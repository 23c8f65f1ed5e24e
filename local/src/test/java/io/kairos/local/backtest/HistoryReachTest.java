package io.kairos.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far back rules look, told from their text. */
final class HistoryReachTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orders.in365Days >= 3                       | 365",
        "activity.browseMinutesIn30Days >= 30        | 30",
        "activity.daysIn90 >= 4                      | 90",
        "activity.idleDays > 60 && orders.count >= 2 | 60",
        "boughtWithin('shoes', 90) == false          | 90",
        "spending.monthlyAverage >= 100              | 184",
        "tier == 'gold'                              | 184",
        "prediction.pAlive < 0.3                     | 180",
        "segment('one-time-lapsed')                  | 120",
        "segment('churn-risk')                       | 365",
      })
  void aConditionLooksBackAsFarAsTheLongestThingItNames(String condition, long days) {
    HistoryNeed need = only("event: view\n    when: \"%s\"".formatted(condition));

    assertThat(need.reach()).isEqualTo(Duration.ofDays(days));
    assertThat(need.because()).isEqualTo(condition);
  }

  @Test
  void aSilenceAndTheWaitAfterItAddUp() {
    assertThat(only("becomes: activity.idleDays >= 30\n    after: 72h").reach())
        .isEqualTo(Duration.ofDays(33));
  }

  @Test
  void aWaitAloneIsTheReach() {
    HistoryNeed need = only("event: view\n    after: 72h");

    assertThat(need.reach()).isEqualTo(Duration.ofDays(3));
    assertThat(need.because()).isEqualTo("its wait");
  }

  @Test
  void aTierIsOfSixMonths() {
    assertThat(only("event: tier.raised\n    per: tier").reach()).isEqualTo(Duration.ofDays(184));
  }

  @Test
  void aLifetimeCountAsksForNoWindow() {
    assertThat(beyond("event: view\n    when: orders.count >= 2", Duration.ZERO)).isEmpty();
  }

  @Test
  void aRuleIsNamedOnlyWhereTheInputIsShorter() {
    String rule = "becomes: activity.idleDays >= 30";

    assertThat(beyond(rule, Duration.ofDays(30).minusMillis(1))).hasSize(1);
    assertThat(beyond(rule, Duration.ofDays(30))).isEmpty();
  }

  @Test
  void aDateComesRoundHoweverLongTheHistoryIs() {
    assertThat(beyond("every: birthday", Duration.ZERO)).hasSize(1);
    assertThat(HistoryNeed.longest(rules("every: birthday"))).isEmpty();
  }

  @Test
  void theLongestNeedIsThatOfTheRuleThatLooksFurthestBack() {
    assertThat(HistoryNeed.longest(rules("becomes: activity.idleDays >= 30")))
        .map(HistoryNeed::reach)
        .contains(Duration.ofDays(30));
  }

  private static HistoryNeed only(String rule) {
    List<HistoryNeed> needs = beyond(rule, Duration.ZERO);
    assertThat(needs).hasSize(1);
    return needs.get(0);
  }

  private static List<HistoryNeed> beyond(String rule, Duration history) {
    return HistoryNeed.beyond(rules(rule), history);
  }

  private static RuleSet rules(String rule) {
    String file =
        """
        rules:
          - id: tried
            version: 1
            %s
            send: {channel: push, template: hello}
        tiers: [{id: gold, monthlyAverage: 100}]
        stages:
          - {id: churn-risk, when: activity.idleDays >= 180 && orders.in365Days < 3}
          - {id: active}
        segments:
          - {id: one-time-lapsed, when: orders.days == 1 && orders.recencyDays >= 120}
        """
            .formatted(rule);
    return RuleFile.parse(file, "CNY");
  }
}
