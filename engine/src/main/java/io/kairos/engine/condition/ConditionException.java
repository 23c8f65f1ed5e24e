package io.kairos.engine.condition;

/** A text that is no condition. The message says what is wrong and what to write instead. */
public final class ConditionException extends IllegalArgumentException {
  private final int column;

  ConditionException(int column, String message) {
    super(message);
    this.column = column;
  }

  /** Where in the text, in characters from 1. */
  public int column() {
    return column;
  }
}
