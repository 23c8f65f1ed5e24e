package io.kairos.local;

import io.kairos.local.backtest.BacktestProgress;
import java.util.Locale;

/** Says on the status line how far a backtest is. */
record BacktestStatus(StatusLine line) implements BacktestProgress {

  @Override
  public void at(Step step, long done, long total) {
    if (line.isDue()) {
      line.show(text(step, done, total));
    }
  }

  private static String text(Step step, long done, long total) {
    return switch (step) {
      case READING_FILE -> "Reading: %d %%".formatted(total == 0 ? 100 : 100 * done / total);
      case READING_KAFKA -> text("Reading Kafka: %,d of %,d records", done, total);
      case DECIDING -> text("Deciding: %,d of %,d events", done, total);
    };
  }

  private static String text(String pattern, long done, long total) {
    return String.format(Locale.ROOT, pattern, done, total);
  }
}
