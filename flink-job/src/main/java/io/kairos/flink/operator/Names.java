package io.kairos.flink.operator;

/**
 * Names under which Flink finds state again: uids of operators, names of states, and the number of
 * key groups.
 *
 * <p>WARNING: a changed name loses the state behind it at the next restore, in silence or with an
 * error. Never change one; a test lists them.
 */
public final class Names {
  /** Bounds the parallelism for ever. */
  public static final int MAX_PARALLELISM = 720;

  public static final String SOURCE = "kairos-source";
  public static final String CLEANING = "kairos-cleaning";
  public static final String RULES = "kairos-rules";
  public static final String CUSTOMER = "kairos-customer";
  public static final String EXPIRY = "kairos-expiry";
  public static final String TRIGGERS_SINK = "kairos-sink-triggers";
  public static final String DECISIONS_SINK = "kairos-sink-decisions";
  public static final String PROFILES_SINK = "kairos-sink-profiles";
  public static final String DEAD_LETTERS_SINK = "kairos-sink-dead-letters";

  static final String CUSTOMERS = "customers";
  static final String WAKE_UPS = "wake-ups";
  static final String SALT = "salt";
  static final String SWEPT = "swept-rules";
  static final String TAKEN = "taken-rules";

  private Names() {}
}
