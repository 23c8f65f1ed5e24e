package io.kairos.torture.fault;

import java.time.Duration;

/**
 * A fault in its place in a campaign.
 *
 * @param quiet how long the job is left alone before it, once it has recovered from the last one
 */
public record Strike(FaultKind kind, Fault fault, Duration quiet) {

  /** Its kind and size, for people. */
  public String text() {
    String size = fault.toString().replaceFirst("^\\w+\\[", "").replaceFirst("]$", "");
    return (kind + " " + size.replaceAll("PT([\\d.]+)S", "$1 s").replace('=', ' ')).strip();
  }
}
