package io.kairos.local.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is done with a version that is in force. */
public enum Status {
  /** It holds. */
  ACTIVE,
  /** It decides and records, sends nothing and uses up nothing. */
  SHADOW,
  /** It holds for testers only. */
  TEST,
  /** It holds for nobody until it is resumed. */
  PAUSED,
  /** It is no more. */
  WITHDRAWN;

  /** As it stands in files and records: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for what this release does not know. */
  static Optional<Status> of(String label) {
    return Arrays.stream(values()).filter(status -> status.label().equals(label)).findFirst();
  }

  /** What a file may say. */
  static List<String> labelsOfFiles() {
    return List.of(ACTIVE.label(), SHADOW.label(), TEST.label(), PAUSED.label());
  }

  /** Whether a command set it, which a new body does not undo. */
  boolean isHalted() {
    return this == PAUSED || this == WITHDRAWN;
  }
}
