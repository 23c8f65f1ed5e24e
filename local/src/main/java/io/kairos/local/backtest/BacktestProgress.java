package io.kairos.local.backtest;

/** Hears how far a backtest is. */
public interface BacktestProgress {
  /** Nobody wants to know. */
  BacktestProgress NONE = (step, done, total) -> {};

  /** What a backtest does, one after the other. */
  enum Step {
    /** Counted in bytes of the file. */
    READING_FILE,
    /** Counted in records. */
    READING_KAFKA,
    /** Counted in events. */
    DECIDING
  }

  /** Called often, at one time by one thread. */
  void at(Step step, long done, long total);
}
