package io.kairos.local.backtest;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.source.Intake;
import io.kairos.flink.source.UnreadableFlood;
import io.kairos.local.CommandError;
import io.kairos.local.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;

/** One backtest: the history in, the engine over it, and what the rules did. */
public final class Backtest {
  private final BacktestRequest request;
  private final Watch watch;
  private final KairosConfig config;

  private Backtest(BacktestRequest request, Watch watch) {
    this.request = request;
    this.watch = watch;
    this.config = config(request);
  }

  /**
   * Runs one that nobody watches.
   *
   * @throws IOException if the history cannot be read, or results cannot be written
   * @throws CommandError if there is no event in it
   */
  public static BacktestResult run(BacktestRequest request) throws IOException {
    try (StopSignal stop = StopSignal.install()) {
      return run(request, new Watch(stop, BacktestProgress.NONE));
    }
  }

  /** The same, watched. */
  public static BacktestResult run(BacktestRequest request, Watch watch) throws IOException {
    return new Backtest(request, watch).run();
  }

  private BacktestResult run() throws IOException {
    long started = System.nanoTime();
    try (EventStore store = EventStore.open();
        RecordFiles files = new RecordFiles()) {
      History history = read(store);
      Records records = request.out().isPresent() ? files : Records.NONE;
      Trial trial = new Trial(request, config, history.window(request), records);
      ShareRun.Outcome outcome = trial.run(store, watch);
      if (request.out().isPresent()) {
        files.write(request.out().get());
      }
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      return new ResultOf(request, history, outcome).after(took);
    }
  }

  private History read(EventStore store) throws IOException {
    Intake intake = new Intake(config);
    try (Ingestion cleaning = Ingestion.start(intake, store, request.period(), watch.stop())) {
      List<String> told = request.source().read(request.period(), cleaning, watch);
      return new History(told, cleaning.finish());
    } catch (UnreadableFlood flood) {
      throw new CommandError(flood.getMessage(), flood);
    }
  }

  /** The job's own settings, as far as they say what an event is. */
  static KairosConfig config(BacktestRequest request) {
    return KairosConfig.from(
        Configuration.fromMap(
            Map.of(
                KairosOptions.BOOTSTRAP_SERVERS.key(),
                "none",
                KairosOptions.TOPIC_PREFIX.key(),
                request.source().topicPrefix(),
                KairosOptions.CURRENCY.key(),
                request.shop().currency(),
                KairosOptions.TIME_ZONE.key(),
                request.shop().zone().getId(),
                KairosOptions.LATENESS.key(),
                request.source().timeliness().lateness().toMillis() + " ms",
                KairosOptions.FUTURE_TOLERANCE.key(),
                request.source().timeliness().futureTolerance().toMillis() + " ms",
                KairosOptions.KEY_SALT.key(),
                "backtest")));
  }
}
