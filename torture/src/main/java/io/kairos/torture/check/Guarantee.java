package io.kairos.torture.check;

import java.util.Locale;

/** How often a trigger may go out. */
public enum Guarantee {
  /** Once or more often, each time the same. */
  AT_LEAST_ONCE,
  /** Once. */
  EXACTLY_ONCE;

  /** As the job's option has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean allows(int times) {
    return this == AT_LEAST_ONCE || times == 1;
  }
}
