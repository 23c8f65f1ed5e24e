package io.kairos.engine.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a rule may do. */
public enum Status {
  ACTIVE,
  /** Decided and recorded, but nothing is sent and nothing used up. */
  SHADOW,
  /** Only for the testers of the delivery policy. */
  TEST,
  /** Begins nothing, and what is due does not go out. */
  PAUSED,
  /** Paused for good: its runs end, and what it sent is taken back while it is valid. */
  WITHDRAWN;

  /** The status as rules write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether runs begin. */
  boolean begins() {
    return this == ACTIVE || this == SHADOW || this == TEST;
  }

  /**
   * The status of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  public static Status of(String label) {
    for (Status status : values()) {
      if (status.label().equals(label)) {
        return status;
      }
    }
    String known = Arrays.stream(values()).map(Status::label).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("'" + label + "' is no status. Known: " + known);
  }
}
