package io.kairos.engine.rule;

/**
 * A run that ended before its release.
 *
 * @param why what ended it
 * @param by the event that ended it, or null
 */
public record Ended(Candidate candidate, Why why, String by) {

  /** What can end a run before its release. */
  public enum Why {
    /** An event of the rule's {@code unless}. */
    STOPPED,
    /** It began with a late event, and its release had passed when that came. */
    EXPIRED_ON_ARRIVAL,
    /** The customer had too many runs open, and this one's priority was the lowest. */
    TOO_MANY_RUNS,
    /** Its rule is no longer known. */
    RULE_GONE,
    /** The customer was erased. */
    ERASED
  }
}
