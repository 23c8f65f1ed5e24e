package io.kairos.local.backtest;

import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** What went wrong on another thread, to be thrown on this one. */
final class Failure {
  private Failure() {}

  /** The cause as what it is: errors and unchecked exceptions are thrown at once. */
  static IOException of(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException known ? known : new IOException(cause);
  }
}
