package io.kairos.torture.oracle;

import java.util.Comparator;

/**
 * A message that is due.
 *
 * @param step its place in the rule
 * @param atMillis the release, epoch milliseconds
 */
record Candidate(Run run, int step, long atMillis) {
  /** Of one instant: the highest priority first, ties by rule. */
  static final Comparator<Candidate> ORDER =
      Comparator.comparingLong(Candidate::atMillis)
          .thenComparing(c -> -c.run().rule().manner().priority())
          .thenComparing(c -> c.run().rule().id())
          .thenComparing(c -> c.run().occasion())
          .thenComparing(Candidate::step);

  WrittenRule rule() {
    return run.rule();
  }

  WrittenRule.Step written() {
    return rule().steps().get(step);
  }
}
