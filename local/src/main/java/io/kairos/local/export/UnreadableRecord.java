package io.kairos.local.export;

import java.io.IOException;

/** A record that this release cannot read. The message says where it lies. */
public final class UnreadableRecord extends IOException {

  private static final long serialVersionUID = 1L;

  UnreadableRecord(String message, Throwable cause) {
    super(message, cause);
  }
}
