package io.kairos.torture.oracle;

/** A rule file or a history says something that the reference does not know: it does not guess. */
public final class NotCovered extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NotCovered(String what) {
    super("The reference does not cover " + what);
  }
}
