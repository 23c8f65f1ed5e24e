package io.kairos.local.doctor;

import io.kairos.local.backtest.HistoryNeed;
import java.time.Duration;
import java.util.Locale;

/** Time spans as an operator reads and writes them. */
final class Spans {
  private Spans() {}

  /** As an option takes it: "500 ms", "2 s", "5 min". */
  static String option(Duration span) {
    if (span.toMillis() % 1000 != 0) {
      return span.toMillis() + " ms";
    }
    return span.toSeconds() % 60 == 0 && !span.isZero()
        ? span.toMinutes() + " min"
        : span.toSeconds() + " s";
  }

  /** As measured: "-40 ms", "2.1 s", "3 min 5 s". */
  static String measured(long millis) {
    if (Math.abs(millis) < 1000) {
      return millis + " ms";
    }
    return Math.abs(millis) < 60_000
        ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
        : (millis < 0 ? "-" : "") + kept(Math.abs(millis));
  }

  /** As kept by a broker: "14 days", "6 h 0 min"; Kafka's words for no end. */
  static String kept(long millis) {
    return millis < 0 || millis > Duration.ofDays(36_500).toMillis()
        ? "without end"
        : HistoryNeed.text(Duration.ofMillis(millis)).replaceFirst("(?<=\\D) 0 \\w+$", "");
  }
}
