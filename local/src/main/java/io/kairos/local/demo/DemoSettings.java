package io.kairos.local.demo;

import io.kairos.local.CommandError;
import io.kairos.local.LocalStack;
import io.kairos.local.view.Figures;
import java.time.Duration;
import java.util.Optional;

/**
 * What a demo was asked to be.
 *
 * @param speed seconds of event time in a second, 1 to {@link #MOST_SPEED}, less for a long demo;
 *     events from outside come at 1
 * @param duration after which it ends by itself; empty for until Ctrl-C
 * @param screen how it shows what happens
 * @param parallelism slots and partitions, 1 to {@link LocalStack#MOST_SLOTS}
 * @param crowd whose traffic is generated; empty for events from outside
 */
public record DemoSettings(
    int speed, Optional<Duration> duration, Screen screen, int parallelism, Optional<Crowd> crowd) {
  /** Nearly three hours in a second. */
  public static final int MOST_SPEED = 10_000;

  /** Events from before 1980 are refused. */
  private static final Duration FURTHEST_BACK = Duration.ofDays(40 * 365);

  /**
   * Customers whose traffic is generated.
   *
   * @param seed the same one gives the same traffic
   * @param customers how many take part, at least 1
   */
  public record Crowd(long seed, int customers) {
    /** Refuses nobody. */
    public Crowd {
      requirePositive("--customers", customers);
    }
  }

  /** How a demo shows what happens. */
  public enum Screen {
    /** A view that is drawn anew in place. */
    LIVE,
    /** Lines, one after the other, for pipes and scripts. */
    PLAIN
  }

  /** Refuses numbers below 1, more slots than a machine has a use for, and a speed beyond sense. */
  public DemoSettings {
    requirePositive("--speed", speed);
    requireBearable(speed, atSpeed(duration));
    requirePositive("--parallelism", parallelism);
    if (parallelism > LocalStack.MOST_SLOTS) {
      throw new CommandError(
          "--parallelism must be at most %d, but is %d"
              .formatted(LocalStack.MOST_SLOTS, parallelism));
    }
  }

  /** How long event time keeps its speed before it may catch up with the wall. */
  Duration atSpeed() {
    return atSpeed(duration);
  }

  private static Duration atSpeed(Optional<Duration> duration) {
    return duration.orElse(Duration.ofHours(12));
  }

  /** A demo begins as far back as it runs ahead of the wall, which must not be before all times. */
  private static void requireBearable(int speed, Duration lasting) {
    long most = Math.min(MOST_SPEED, Math.max(1, FURTHEST_BACK.dividedBy(lasting)));
    if (speed > most) {
      throw new CommandError(
          "--speed must be at most %d in a demo of %s, but is %d"
              .formatted(most, Figures.duration(lasting), speed));
    }
  }

  private static void requirePositive(String option, int value) {
    if (value < 1) {
      throw new CommandError(option + " must be at least 1, but is " + value);
    }
  }
}
