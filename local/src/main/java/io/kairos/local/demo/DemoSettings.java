package io.kairos.local.demo;

import io.kairos.local.CommandError;
import io.kairos.local.LocalStack;
import java.time.Duration;
import java.util.Optional;

/**
 * What a demo was asked to be.
 *
 * @param speed seconds of event time in a second, at least 1; events from outside come at 1
 * @param duration after which it ends by itself; empty for until Ctrl-C
 * @param screen how it shows what happens
 * @param parallelism slots and partitions, 1 to {@link LocalStack#MOST_SLOTS}
 * @param crowd whose traffic is generated; empty for events from outside
 */
public record DemoSettings(
    int speed, Optional<Duration> duration, Screen screen, int parallelism, Optional<Crowd> crowd) {

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

  /** Refuses numbers below 1, and more slots than a machine has a use for. */
  public DemoSettings {
    requirePositive("--speed", speed);
    requirePositive("--parallelism", parallelism);
    if (parallelism > LocalStack.MOST_SLOTS) {
      throw new CommandError(
          "--parallelism must be at most %d, but is %d"
              .formatted(LocalStack.MOST_SLOTS, parallelism));
    }
  }

  private static void requirePositive(String option, int value) {
    if (value < 1) {
      throw new CommandError(option + " must be at least 1, but is " + value);
    }
  }
}
