package io.kairos.engine.rule;

/**
 * One mistake in a rule file.
 *
 * @param line from 1; 0 where it is in no line
 * @param column from 1; 0 where it is in no column
 * @param message names rule and key, and says what to do
 */
public record Problem(int line, int column, String message) {

  @Override
  public String toString() {
    return line == 0 ? message : "line %d, column %d: %s".formatted(line, column, message);
  }
}
