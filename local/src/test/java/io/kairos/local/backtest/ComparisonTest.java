package io.kairos.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.RuleSet;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two rule files over the same events, message by message. */
final class ComparisonTest {
  private static final RuleSet RULES = ShopHistory.rules(ShopHistory.RULES);

  private static Map<String, Difference> against(String baseline) throws IOException {
    Versions versions = new Versions(RULES, Optional.of(ShopHistory.rules(baseline)));
    return ShopHistory.run(versions).comparison().orElseThrow().differences();
  }

  @Test
  void theSameRulesDifferInNothing() throws IOException {
    assertThat(against(ShopHistory.RULES).values())
        .allSatisfy(
            same -> {
              assertThat(same.both()).isEqualTo(same.sent()).isEqualTo(same.baselineSent());
              assertThat(same.moved()).isZero();
            });
  }

  @Test
  void aLongerWaitMovesMessagesAndLosesThoseThatAnOrderNowStops() throws IOException {
    Difference carts =
        against(ShopHistory.RULES.replace("after: 1h", "after: 4h")).get("cart-steps");

    assertThat(carts.moved()).isPositive().isLessThanOrEqualTo(carts.both());
    assertThat(carts.added().count()).isPositive();
    assertThat(carts.added().examples()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void aRuleThatIsNewHasOnlyMessagesOfNow() throws IOException {
    String without = ShopHistory.RULES.replaceAll("(?s)  - id: silent.*?(?=  - id: thanks)", "");

    Difference silent = against(without).get("silent");

    assertThat(silent.sent()).isPositive().isEqualTo(silent.added().count());
    assertThat(silent.baselineSent()).isZero();
  }

  @Test
  void aRuleThatIsGoneHasOnlyMessagesOfBefore() throws IOException {
    String hello =
        """
          - id: hello
            version: 1
            event: view
            again: 30d
            send: {channel: push, template: hello}
        delivery:""";

    String baseline = ShopHistory.RULES.replace("delivery:", hello);
    BacktestResult result =
        ShopHistory.run(new Versions(RULES, Optional.of(ShopHistory.rules(baseline))));

    Difference gone = result.comparison().orElseThrow().differences().get("hello");
    assertThat(gone.baselineSent()).isPositive().isEqualTo(gone.gone().count());
    assertThat(gone.sent()).isZero();
    assertThat(result.rules()).extracting(RuleFigures::rule).doesNotContain("hello");
    assertThat(new RuleTable(result).silent()).isEmpty();
  }

  @Test
  void theFiguresOfTheRulesDoNotDependOnTheBaseline() throws IOException {
    BacktestResult alone = ShopHistory.run(Versions.of(RULES));
    BacktestResult compared =
        ShopHistory.run(new Versions(RULES, Optional.of(ShopHistory.rules("rules: []"))));

    assertThat(compared.rules()).isEqualTo(alone.rules());
  }
}
