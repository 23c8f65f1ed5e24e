package io.kairos.local.rules;

import java.util.List;

/** A file that is refused. */
public final class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;
  private final transient RuleText file;

  /** A fault of a file. */
  public FaultException(Fault fault, RuleText file) {
    super(fault.message());
    this.fault = fault;
    this.file = file;
  }

  Fault fault() {
    return fault;
  }

  /** What to print: the place, what is wrong, the line of the file. Without line ends. */
  public List<String> lines() {
    return new FaultReport(file).lines(fault);
  }
}
