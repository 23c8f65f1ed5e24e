package io.kairos.local.doctor;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** By how much events were later in the log than their time says, in milliseconds, ascending. */
record Lateness(long[] sortedMillis) {
  /** Bounds that are proposed. */
  static final List<Duration> LADDER =
      List.of(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  static Lateness of(long[] millis) {
    long[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new Lateness(sorted);
  }

  int events() {
    return sortedMillis.length;
  }

  long mostMillis() {
    return sortedMillis[sortedMillis.length - 1];
  }

  /** The least value that at least such a share of the events does not exceed; nearest rank. */
  long quantileMillis(double share) {
    int rank = (int) Math.ceil(share * sortedMillis.length);
    return sortedMillis[Math.max(0, rank - 1)];
  }

  /** The share of events that a bound would find late. */
  double lateShare(long boundMillis) {
    return (double) later(boundMillis) / sortedMillis.length;
  }

  /** The share of events whose time lies after their arrival by more. */
  double aheadShare(long moreThanMillis) {
    return (double) (events() - later(-moreThanMillis - 1)) / events();
  }

  /** The smallest bound of the ladder that leaves no larger share late; empty if none does. */
  Optional<Duration> boundFor(double share) {
    return LADDER.stream().filter(bound -> lateShare(bound.toMillis()) <= share).findFirst();
  }

  private int later(long millis) {
    int first = Arrays.binarySearch(sortedMillis, millis + 1);
    if (first < 0) {
      return sortedMillis.length - (-first - 1);
    }
    while (first > 0 && sortedMillis[first - 1] > millis) {
      first--;
    }
    return sortedMillis.length - first;
  }
}
