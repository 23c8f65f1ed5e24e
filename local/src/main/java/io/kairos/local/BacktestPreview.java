package io.kairos.local;

import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleFileException;
import io.kairos.local.backtest.Backtest;
import io.kairos.local.backtest.BacktestReport;
import io.kairos.local.backtest.BacktestRequest;
import io.kairos.local.backtest.BacktestResult;
import io.kairos.local.backtest.Canvas;
import io.kairos.local.backtest.KafkaSource;
import io.kairos.local.backtest.Period;
import io.kairos.local.backtest.Versions;
import io.kairos.local.backtest.Watch;
import io.kairos.local.history.Timeliness;
import io.kairos.local.profiles.KafkaAccess;
import io.kairos.local.rules.Preview;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What rules would have sent over the last days of a deployment's own events, before and after a
 * publication. Gives up after a while: a question is waiting behind it.
 *
 * @param access to the input topics
 * @param timeliness of the job that reads them
 * @param now event time at which the last days end
 * @param err takes progress
 */
record BacktestPreview(
    KafkaAccess access, Shop shop, Timeliness timeliness, Instant now, PrintWriter err)
    implements Preview {
  static final Duration LAST_DAYS = Duration.ofDays(7);
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  @Override
  public List<String> lines(String before, String after) {
    try {
      BacktestResult result = run(request(before, after));
      return BacktestReport.comparison(result, "what holds now", Canvas.ofTerminal());
    } catch (RuleFileException contradicting) {
      return nothing(contradicting.problems().get(0).message());
    } catch (CommandError | IOException none) {
      return nothing(none.getMessage());
    }
  }

  private static List<String> nothing(String why) {
    return List.of("", "No backtest of the last days: " + why);
  }

  /** Parts that never hold together, as one that is over and one to come, can contradict. */
  private BacktestRequest request(String before, String after) {
    String currency = shop.currency();
    Versions versions =
        new Versions(
            RuleFile.parse(after, currency), Optional.of(RuleFile.parse(before, currency)));
    Period period = new Period(Optional.of(now.minus(LAST_DAYS)), Optional.of(now));
    return new BacktestRequest(
        new KafkaSource(access, timeliness), versions, shop, period, Optional.empty());
  }

  private BacktestResult run(BacktestRequest request) throws IOException {
    StatusLine line = StatusLine.after(Duration.ofSeconds(1), err);
    ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor();
    try (StopSignal stop = StopSignal.install()) {
      alarm.schedule(stop::request, AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
      return Backtest.run(request, new Watch(stop, new BacktestStatus(line)));
    } finally {
      alarm.shutdownNow();
      line.done();
    }
  }
}
