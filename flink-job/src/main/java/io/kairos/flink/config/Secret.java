package io.kairos.flink.config;

import java.io.Serializable;

/**
 * A secret of the job's own, as a reference to it. A local run may hold the secret itself.
 *
 * @param option the option that gives it
 * @param given the reference, or the secret
 */
public record Secret(String option, String given) implements Serializable {

  /**
   * The secret, for the place where it is used. Nobody keeps it in what is serialized.
   *
   * @throws IllegalArgumentException if it is not to be had on this machine
   */
  public String reveal() {
    return References.resolveLine(option, given);
  }

  /** Shows a reference, and hides a secret. */
  @Override
  public String toString() {
    return option + '=' + (References.isOne(given) ? given : "(hidden)");
  }
}
