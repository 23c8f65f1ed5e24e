package io.kairos.engine.rule;

import java.util.List;
import java.util.stream.Collectors;

/** A text is no rule file. */
public final class RuleFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param problems in the order of the file, at least one
   */
  RuleFileException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  RuleFileException(Problem problem) {
    this(List.of(problem));
  }

  /** The mistakes, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }

  /** The line of the first mistake, from 1; 0 where it is in none. */
  public int line() {
    return problems.get(0).line();
  }

  /** The column of the first mistake, from 1; 0 where it is in none. */
  public int column() {
    return problems.get(0).column();
  }
}
