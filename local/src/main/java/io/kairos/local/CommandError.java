package io.kairos.local;

/**
 * Something that the user can mend. The message says what is wrong and what to do, in one line
 * where possible.
 */
public final class CommandError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An error that has no cause beyond its message. */
  public CommandError(String message) {
    super(message);
  }

  /** An error whose cause {@code --verbose} shows. */
  public CommandError(String message, Throwable cause) {
    super(message, cause);
  }
}
