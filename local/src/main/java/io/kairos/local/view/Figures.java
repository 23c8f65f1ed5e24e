package io.kairos.local.view;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {
  private Figures() {}

  /** 1234567 as "1,234,567". */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** One decimal below 10, none above; "0" for hardly anything. */
  static String rate(double perSecond) {
    if (perSecond < 0.05) {
      return "0";
    }
    return perSecond < 9.95
        ? String.format(Locale.ROOT, "%.1f", perSecond)
        : count(Math.round(perSecond));
  }

  /** The two largest units: "3 d 4 h", "2 min 5 s", "0 s". */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds >= 86_400) {
      return pair(seconds, 86_400, " d", 3_600, " h");
    } else if (seconds >= 3_600) {
      return pair(seconds, 3_600, " h", 60, " min");
    } else if (seconds >= 60) {
      return pair(seconds, 60, " min", 1, " s");
    }
    return seconds + " s";
  }

  /** 60.0 as "60×", 1.5 as "1.5×". */
  static String speed(double speed) {
    String number = String.format(Locale.ROOT, "%.1f", speed);
    return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + "×";
  }

  private static String pair(long seconds, long large, String first, long small, String second) {
    return seconds / large + first + " " + seconds % large / small + second;
  }
}
