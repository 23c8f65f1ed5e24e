package io.kairos.local.backtest;

import io.kairos.local.StopSignal;

/**
 * Who watches a backtest.
 *
 * @param stop may end it early
 * @param progress hears how far it is
 */
public record Watch(StopSignal stop, BacktestProgress progress) {}
