package io.kairos.engine.rule;

/**
 * One version of something declared, as a record of the rules topic holds it.
 *
 * @param kind what is declared
 * @param id of a rule or table; for all else the name of the part of the rule file
 * @param version from 1; the highest that is in effect counts
 * @param status of a rule; for all else withdrawn means: as the rule file of the deployment has it
 * @param body YAML, as the part of a rule file has it; empty to keep what the version before said
 * @param toMillis first instant at which it no longer holds, epoch milliseconds; {@link
 *     Long#MAX_VALUE} for none
 */
public record Declaration(
    Kind kind, String id, int version, Status status, String body, long toMillis) {
  /** Id of the policy that stops every rule while its status is paused. */
  public static final String KILL_SWITCH = "kill-switch";

  /** What can be declared. */
  public enum Kind {
    RULE,
    SEGMENT,
    TIER,
    TABLE,
    POLICY,
    MODEL,
    ATTRIBUTES
  }

  /** Whether what it says goes back to the rule file at its end; rules have a life of their own. */
  boolean ends() {
    return kind != Kind.RULE && toMillis != Long.MAX_VALUE;
  }

  /** What takes effect at its end. */
  Declaration ended() {
    return new Declaration(kind, id, version, Status.WITHDRAWN, "", Long.MAX_VALUE);
  }

  /** What tells declarations apart whose versions are counted together. */
  String name() {
    return kind + "/" + id;
  }
}
