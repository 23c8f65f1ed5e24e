package io.kairos.local.rules;

import java.util.List;

/** A file that is refused. */
public final class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;
  private final transient RuleText file;

  /** Faults of a file, at least one. */
  FaultException(List<Fault> faults, RuleText file) {
    super(faults.get(0).message());
    this.faults = List.copyOf(faults);
    this.file = file;
  }

  List<Fault> faults() {
    return faults;
  }

  /**
   * What to print: of each fault the place, what is wrong, the line of the file. Without line ends.
   */
  public List<String> lines() {
    FaultReport report = new FaultReport(file);
    return faults.stream().flatMap(fault -> report.lines(fault).stream()).toList();
  }
}
