package io.kairos.engine.rule;

import io.kairos.engine.pack.Fingerprint;

/**
 * A start counts only after another event: {@code following}.
 *
 * @param events the other ones
 * @param withinMillis how long before the start at most, above 0
 * @param mark tells the rule apart in state
 */
public record Following(EventSet events, long withinMillis, int mark) {

  static Following of(String rule, EventSet events, long withinMillis) {
    return new Following(events, withinMillis, Fingerprint.of32("following", rule));
  }
}
