package io.kairos.engine.rule;

/**
 * One mistake in a rule file.
 *
 * @param line from 1; 0 where it is in no line
 * @param column from 1; 0 where it is in no column
 * @param message names rule and key, and says what to do; about 1,000 characters at most
 */
public record Problem(int line, int column, String message) {
  private static final int LONGEST = 1_000;
  private static final int SHOWN_OF_EACH_END = 480;

  /** What is quoted can be of any length: of a long sentence only both ends are kept. */
  public Problem {
    if (message.length() > LONGEST) {
      message =
          message.substring(0, SHOWN_OF_EACH_END)
              + " [...] "
              + message.substring(message.length() - SHOWN_OF_EACH_END);
    }
  }

  @Override
  public String toString() {
    return line == 0 ? message : "line %d, column %d: %s".formatted(line, column, message);
  }
}
