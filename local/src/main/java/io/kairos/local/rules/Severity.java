package io.kairos.local.rules;

import java.util.Locale;

/** How bad a fault is. */
enum Severity {
  /** The file is refused. */
  ERROR,
  /** The file is taken, and does not do what its writer may think. */
  WARNING;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
