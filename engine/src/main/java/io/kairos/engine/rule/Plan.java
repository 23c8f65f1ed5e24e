package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.fact.EventField;
import io.kairos.engine.fact.Facts;
import java.util.List;

/**
 * What a rule says, and how.
 *
 * @param when asked at each release; all must hold
 * @param steps the messages, at most {@value #MOST_STEPS}
 * @param manner how often and how urgently
 * @param experiment null for none
 * @param keeps the fields of the start event that a run must remember
 */
public record Plan(
    List<Condition<Facts>> when,
    List<Step> steps,
    Manner manner,
    Experiment experiment,
    List<EventField> keeps) {
  /** Most steps: a run remembers in four bytes each which are decided. */
  static final int MOST_STEPS = 16;

  /**
   * How often and how urgently a rule speaks.
   *
   * @param againMillis how long after a send the next run for the same key is held off; 0 for not
   *     at all, {@link Long#MAX_VALUE} for ever
   * @param quiet what becomes of a message in the quiet hours of its channel
   * @param priority 0 to 100; at one instant the highest goes first
   */
  public record Manner(Purpose purpose, long againMillis, Quiet quiet, int priority) {}

  /** What becomes of a message in the quiet hours of its channel. */
  public enum Quiet {
    /** It waits for their end. */
    HOLD,
    /** It does not go out. */
    DROP,
    /** It goes out. */
    IGNORE
  }
}
