package io.kairos.engine.fact;

/** When the score of recency falls. */
final class RecencyCuts {
  private RecencyCuts() {}

  /** The instant at which the next limit is reached; {@link Long#MAX_VALUE} for none. */
  static long next(Facts facts) {
    if (!facts.everBought()) {
      return Long.MAX_VALUE;
    }
    int last = facts.profile().spending().days().lastDay();
    for (double limit : facts.lens().yardsticks().rfm().recencyDays()) {
      long at = facts.calendar().leaves(last, (int) Math.ceil(limit));
      if (at > facts.nowMillis()) {
        return at;
      }
    }
    return Long.MAX_VALUE;
  }
}
