package io.kairos.engine.fact;

import io.kairos.engine.condition.Comparison;
import io.kairos.engine.condition.Motion;

/** Minutes of what is counted in seconds. */
record Minutes(Motion<Facts> seconds) implements Motion<Facts> {
  @Override
  public long changes(Facts facts) {
    return seconds.changes(facts);
  }

  @Override
  public long appears(Facts facts) {
    return seconds.appears(facts);
  }

  @Override
  public long flips(Facts facts, Comparison comparison, double limit) {
    return seconds.flips(facts, comparison, limit * 60);
  }
}
