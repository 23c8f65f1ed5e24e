package io.kairos.engine.rule;

/**
 * A message that will not come to its release.
 *
 * @param why what ended it
 * @param by the event that ended it, or null
 */
public record Ended(Candidate candidate, Why why, String by) {

  /** What can end a message before its release. */
  public enum Why {
    /** An event of the rule's {@code unless}. */
    STOPPED,
    /** The same, while it waited for the end of quiet hours. */
    CANCELLED_WHILE_HELD,
    /** It began with a late event, and its release had passed when that came. */
    EXPIRED_ON_ARRIVAL,
    /** The instant that it was to be ahead of is not named, or was too near when it began. */
    NO_TIME,
    /** The customer had too many runs open, and this one's priority was the lowest. */
    TOO_MANY_RUNS,
    /** Too many messages waited for the end of quiet hours, and its priority was the lowest. */
    DISPLACED,
    /** Its rule is no longer known. */
    RULE_GONE,
    /** Its rule was withdrawn. */
    WITHDRAWN,
    /** The customer was erased. */
    ERASED
  }
}
