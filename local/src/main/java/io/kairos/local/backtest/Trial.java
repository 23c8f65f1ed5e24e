package io.kairos.local.backtest;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.rule.RuleSet;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.state.Envelope;
import io.kairos.local.backtest.BacktestProgress.Step;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/**
 * The engine over all customers, a thread for each share of them.
 *
 * @param records take what the rules say that are tried, not the baseline
 */
record Trial(BacktestRequest request, KairosConfig config, Window window, Records records) {
  private static final long POLL_MILLIS = 200;

  ShareRun.Outcome run(EventStore store, Watch watch) throws IOException {
    LongAdder done = new LongAdder();
    List<Iterator<Envelope>> shares = store.sorted();
    ExecutorService threads = Executors.newFixedThreadPool(shares.size(), Trial::thread);
    try {
      List<Future<ShareRun.Outcome>> runs = new ArrayList<>();
      for (Iterator<Envelope> share : shares) {
        runs.add(threads.submit(shareRun(share, done, watch)));
      }
      return sum(runs, () -> watch.progress().at(Step.DECIDING, done.sum(), store.size()));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "backtest-engine");
    thread.setDaemon(true);
    return thread;
  }

  private ShareRun shareRun(Iterator<Envelope> share, LongAdder done, Watch watch) {
    return new ShareRun(
        new Pieces(share, config.time().latenessMillis()),
        contender(request.versions().rules(), records),
        request.versions().baseline().map(rules -> contender(rules, Records.NONE)),
        done,
        watch.stop());
  }

  private Contender contender(RuleSet rules, Records itsRecords) {
    long publishEvery = config.output().publishEveryMillis();
    return new Contender(
        rules,
        new CustomerEngine(rules, request.shop(), publishEvery),
        window,
        itsRecords,
        request.versions().baseline().isPresent());
  }

  private static ShareRun.Outcome sum(List<Future<ShareRun.Outcome>> runs, Runnable progress)
      throws IOException {
    ShareRun.Outcome sum = null;
    for (Future<ShareRun.Outcome> run : runs) {
      ShareRun.Outcome outcome = await(run, progress);
      if (sum == null) {
        sum = outcome;
      } else {
        sum.add(outcome);
      }
    }
    return sum;
  }

  private static ShareRun.Outcome await(Future<ShareRun.Outcome> run, Runnable progress)
      throws IOException {
    while (true) {
      try {
        return run.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        progress.run();
      } catch (ExecutionException failed) {
        throw Failure.of(failed);
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while deciding");
      }
    }
  }
}
