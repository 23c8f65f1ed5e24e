package io.kairos.engine.condition;

/** The answer to a condition. Unknown is never true, nor is its negation. */
public enum Truth {
  HOLDS("true"),
  FAILS("false"),
  UNKNOWN("unknown");

  private final String words;

  Truth(String words) {
    this.words = words;
  }

  public static Truth of(boolean holds) {
    return holds ? HOLDS : FAILS;
  }

  public boolean holds() {
    return this == HOLDS;
  }

  Truth not() {
    return switch (this) {
      case HOLDS -> FAILS;
      case FAILS -> HOLDS;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** This, or its negation where false is wanted. */
  Truth wanted(boolean wanted) {
    return wanted ? this : not();
  }

  @Override
  public String toString() {
    return words;
  }
}
