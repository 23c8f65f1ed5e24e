package io.kairos.local.profiles;

import java.io.IOException;

/** A record that is no profile that this release can read. The message says where it lies. */
public final class UnreadableProfile extends IOException {

  private static final long serialVersionUID = 1L;

  UnreadableProfile(String message, Throwable cause) {
    super(message, cause);
  }
}
