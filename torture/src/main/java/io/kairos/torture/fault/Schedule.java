package io.kairos.torture.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Which faults, in which order: each kind once in an order of chance, then each once more in
 * another one, and so on. The same seed and kinds give the same faults, and those that cannot
 * strike leave the others as they are.
 */
public final class Schedule {
  private static final int LONGEST_QUIET_MILLIS = 12_000;

  private Schedule() {}

  /** So many faults of these kinds. */
  public static List<Strike> of(long seed, int faults, Collection<FaultKind> kinds) {
    return of(seed, faults, kinds, Set.of());
  }

  /**
   * So many faults of these kinds.
   *
   * @param leftOut kinds that are drawn, and do not strike; not all of them
   */
  public static List<Strike> of(
      long seed, int faults, Collection<FaultKind> kinds, Set<FaultKind> leftOut) {
    Random random = new Random(seed);
    List<FaultKind> round = new ArrayList<>();
    List<Strike> strikes = new ArrayList<>();
    while (strikes.size() < faults) {
      if (round.isEmpty()) {
        round.addAll(kinds);
        Collections.shuffle(round, random);
      }
      Strike strike = strike(round.remove(0), random);
      if (!leftOut.contains(strike.kind())) {
        strikes.add(strike);
      }
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
