package io.kairos.engine.trigger;

/** Writes durations for people. */
final class Spell {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Spell() {}

  /** The two largest units that say something: "1 h", "1 h 5 min", "30 days". */
  static String of(long millis) {
    if (millis >= 2 * DAY) {
      return joined(millis / DAY, "days", millis % DAY / HOUR, "h");
    }
    if (millis >= HOUR) {
      return joined(millis / HOUR, "h", millis % HOUR / MINUTE, "min");
    }
    return joined(millis / MINUTE, "min", millis % MINUTE / 1000, "s");
  }

  private static String joined(long large, String unit, long small, String smallUnit) {
    String rest = small == 0 ? "" : small + " " + smallUnit;
    if (large == 0) {
      return rest.isEmpty() ? "0 " + smallUnit : rest;
    }
    return large + " " + unit + (rest.isEmpty() ? "" : " " + rest);
  }
}
