package io.kairos.bench.growth;

import io.kairos.bench.input.EventFile;
import io.kairos.bench.meter.ProcessCpu;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.local.backtest.Backtest;
import io.kairos.local.backtest.BacktestRequest;
import io.kairos.local.backtest.BacktestResult;
import io.kairos.local.backtest.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Backtests the default rules over a file again and again in one process, the first time to warm
 * up, and prints for each time a line of what it took.
 */
public final class BacktestRun {
  private BacktestRun() {}

  /**
   * @param args an {@link EventFile}, and how often
   */
  public static void main(String[] args) throws IOException {
    Shop shop = Shop.DEFAULT;
    RuleSet rules = RuleFile.defaults(shop.currency());
    RuleSet agreed = rules.with(rules.policy().assuming(Set.of("push", "sms")));
    BacktestRequest request =
        BacktestRequest.of(new EventFile(Path.of(args[0])), Versions.of(agreed), shop);
    ProcessCpu cpu = ProcessCpu.open();
    for (int round = 0; round <= Integer.parseInt(args[1]); round++) {
      long began = System.nanoTime();
      long before = cpu.read().workedNanos();
      BacktestResult result = Backtest.run(request);
      long worked = cpu.read().workedNanos() - before;
      System.out.println(
          new BacktestPace(result.input().eventsInAll(), worked, System.nanoTime() - began).line());
    }
  }
}
