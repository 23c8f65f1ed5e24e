package io.kairos.local.backtest;

import io.kairos.local.backtest.BacktestResult.Comparison;
import io.kairos.local.backtest.BacktestResult.Input;
import io.kairos.local.backtest.BacktestResult.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Puts a result together. */
record ResultOf(BacktestRequest request, History history, ShareRun.Outcome outcome) {
  private static final String ALL = "";

  BacktestResult after(Duration took) {
    Span span = span(took);
    return new BacktestResult(
        input(span),
        span,
        outcome.tried().figures(),
        outcome.tried().all().figures(ALL),
        outcome.baseline().map(this::comparison));
  }

  private Span span(Duration took) {
    Window window = history.window(request);
    return new Span(
        history.first(),
        Instant.ofEpochMilli(window.fromMillis()),
        Instant.ofEpochMilli(window.toMillis()),
        request.shop().zone(),
        took);
  }

  private Input input(Span span) {
    Map<String, Long> rejected = new TreeMap<>(history.input().rejected());
    outcome
        .tried()
        .refused()
        .forEach((reason, count) -> rejected.merge(reason.name(), count, Long::sum));
    return new Input(
        history.told(),
        outcome.tried().customers(),
        Map.copyOf(history.input().events()),
        rejected,
        HistoryNeed.beyond(request.versions().rules(), span.history()));
  }

  private Comparison comparison(Findings baseline) {
    return new Comparison(
        baseline.figures(), baseline.all().figures(ALL), outcome.tried().differences());
  }
}
