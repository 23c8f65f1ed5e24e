package io.kairos.local.traffic;

import java.io.Serial;

/** An event could not be written to its topic; those sent before it may be there. */
public final class FeedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  FeedException(String message, Throwable cause) {
    super(message, cause);
  }
}
