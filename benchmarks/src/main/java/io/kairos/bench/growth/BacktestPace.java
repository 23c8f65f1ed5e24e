package io.kairos.bench.growth;

/**
 * What a backtest took.
 *
 * @param cpuNanos of all threads but those that compile
 */
record BacktestPace(long events, long cpuNanos, long wallNanos) {
  private static final String MARK = "backtest,";
  private static final double NANOS = 1e9;

  /** As it is printed. */
  String line() {
    return MARK + events + "," + cpuNanos + "," + wallNanos;
  }

  /** Whether something that was printed is one. */
  static boolean isOne(String line) {
    return line.startsWith(MARK);
  }

  static BacktestPace of(String line) {
    String[] fields = line.substring(MARK.length()).split(",");
    return new BacktestPace(
        Long.parseLong(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]));
  }

  /** Events in a second of one core's time. */
  double perCoreSecond() {
    return events / (cpuNanos / NANOS);
  }

  /** Events in a second by the clock on the wall. */
  double perSecond() {
    return events / (wallNanos / NANOS);
  }
}
