package io.kairos.local.explain;

import io.kairos.engine.delivery.Decision;

/**
 * What became of a candidate.
 *
 * @param gate that decided it
 * @param fate such as SENT or CONDITION
 * @param value what the gate saw; null for nothing
 * @param limit what it compared that with; null for nothing
 */
public record Verdict(String gate, String fate, String value, String limit) {
  /** The gate of conditions. */
  static final String WHEN = "when";

  /** The last gate: which case goes out. */
  static final String SEND = "send";

  /** The gate before the release instant. */
  static final String TIMING = "timing";

  /** The gate between the engine and the senders. */
  static final String EXPIRY = "expiry";

  static Verdict of(Decision decision) {
    return new Verdict(
        decision.fate().gate(), decision.fate().name(), decision.value(), decision.limit());
  }
}
