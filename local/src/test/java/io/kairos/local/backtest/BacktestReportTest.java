package io.kairos.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.engine.rule.RuleSet;
import io.kairos.local.view.Columns;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people and scripts are told. */
final class BacktestReportTest {
  private static final RuleSet RULES = ShopHistory.rules(ShopHistory.RULES);
  private static final BacktestReport.Heading HEADING =
      new BacktestReport.Heading("Amounts in CNY.", "A test.", "rules.yaml", "old.yaml");

  private static BacktestResult result;

  @BeforeAll
  static void run() throws IOException {
    RuleSet old = ShopHistory.rules(ShopHistory.RULES.replace("after: 1h", "after: 4h"));
    result = ShopHistory.run(new Versions(RULES, Optional.of(old)));
  }

  private static String report(Canvas canvas) {
    return String.join("\n", new BacktestReport(result, HEADING, canvas).lines());
  }

  @Test
  void everyRuleHasItsLineAndItsSection() {
    assertThat(report(Canvas.PLAIN))
        .contains("Backtest of rules.yaml from ")
        .containsPattern("(?m)^rule +candidates +sent +held out +stopped +expired +waiting")
        .containsPattern("(?m)^cart-steps +[\\d,]+")
        .containsPattern("(?m)^all together +[\\d,]+")
        .containsPattern("(?m)^silent\n  fates +[\\d,]+ candidates = [\\d,]+ sent \\+")
        .contains("timing: STOPPED, order.placed")
        .containsPattern("(?m)^  caps bind +push 1 in 24h: [\\d,]+ stopped$")
        .contains("when: CONDITION, cart.value >= 200")
        .contains("No activity for 3 days.")
        .containsPattern("Compared with old.yaml");
  }

  @Test
  void inAPipeThereIsNothingButAscii() {
    assertThat(report(Canvas.PLAIN)).matches("\\A[\\x0a\\x20-\\x7e]*\\z");
  }

  @Test
  void onATerminalNoLineOfTextIsWiderThanIt() {
    List<String> lines = new BacktestReport(result, HEADING, new Canvas(80, Bars.BLOCKS)).lines();

    assertThat(lines).allMatch(line -> Columns.width(line) <= 80);
    assertThat(lines).anyMatch(line -> line.contains("█"));
  }

  @Test
  void theJsonAddsUpToo() throws IOException {
    JsonNode json = new ObjectMapper().readTree(BacktestJson.of(result));

    assertThat(json.get("rules")).hasSize(4);
    for (JsonNode rule : json.get("rules")) {
      long stopped = 0;
      for (JsonNode stop : rule.get("stoppedBy")) {
        stopped += stop.get("count").asLong();
      }
      assertThat(rule.get("stopped").asLong()).isEqualTo(stopped);
      assertThat(rule.get("candidates").asLong())
          .isEqualTo(
              rule.get("sent").asLong()
                  + rule.get("heldOut").asLong()
                  + stopped
                  + rule.get("expired").asLong()
                  + rule.get("waiting").asLong());
    }
    assertThat(json.at("/comparison/differences/cart-steps/moved").asLong()).isPositive();
  }
}
