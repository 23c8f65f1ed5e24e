package io.kairos.torture.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which faults, in which order: each kind once in an order of chance, then each once more in
 * another one, and so on. The same seed and kinds give the same faults.
 */
public final class Schedule {
  private static final int LONGEST_QUIET_MILLIS = 12_000;

  private Schedule() {}

  /** So many faults of these kinds. */
  public static List<Strike> of(long seed, int faults, Collection<FaultKind> kinds) {
    Random random = new Random(seed);
    List<FaultKind> round = new ArrayList<>();
    List<Strike> strikes = new ArrayList<>();
    while (strikes.size() < faults) {
      if (round.isEmpty()) {
        round.addAll(kinds);
        Collections.shuffle(round, random);
      }
      strikes.add(strike(round.remove(0), random));
    }
    return strikes;
  }

  /** One of each kind, in the order given. */
  public static List<Strike> each(long seed, List<FaultKind> kinds) {
    Random random = new Random(seed);
    return kinds.stream().map(kind -> strike(kind, random)).toList();
  }

  private static Strike strike(FaultKind kind, Random random) {
    return new Strike(
        kind, kind.draw(random), Duration.ofMillis(random.nextInt(LONGEST_QUIET_MILLIS)));
  }
}
