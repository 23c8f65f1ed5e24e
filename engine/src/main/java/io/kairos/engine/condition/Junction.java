package io.kairos.engine.condition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Clauses joined by {@code &&}, one failing of which decides, or by {@code ||}, one holding of
 * which decides.
 *
 * @param moving those of the clauses that time alone can change
 */
record Junction<V>(Truth deciding, List<Clause<V>> clauses, List<Clause<V>> moving)
    implements Clause<V> {

  Junction(Truth deciding, List<Clause<V>> clauses) {
    this(deciding, clauses, clauses.stream().filter(Term::moves).toList());
  }

  @Override
  public List<Term<V>> parts() {
    return List.copyOf(clauses);
  }

  @Override
  public Truth flag(V view) {
    Truth truth = deciding.not();
    for (int i = 0; i < clauses.size(); i++) {
      Truth one = clauses.get(i).flag(view);
      if (one == deciding) {
        return deciding;
      }
      if (one == Truth.UNKNOWN) {
        truth = one;
      }
    }
    return truth;
  }

  /**
   * A decided junction stays so as long as any one of its deciding clauses does; an undecided one
   * may change with each clause.
   */
  @Override
  public long changes(V view) {
    long decided = Long.MIN_VALUE;
    for (int i = 0; i < clauses.size(); i++) {
      Clause<V> clause = clauses.get(i);
      if (clause.flag(view) == deciding) {
        decided = Math.max(decided, clause.changes(view));
      }
      if (decided == Motion.NEVER) {
        return decided;
      }
    }
    return decided == Long.MIN_VALUE ? Term.first(moving, view) : decided;
  }

  @Override
  public Optional<Needed> needed() {
    return deciding == Truth.FAILS
        ? clauses.stream().flatMap(clause -> clause.needed().stream()).findFirst()
        : Optional.empty();
  }

  @Override
  public void findings(V view, List<Finding> into) {
    clauses.forEach(clause -> clause.findings(view, into));
  }

  @Override
  public Leaf<V> cause(V view) {
    Truth truth = flag(view);
    for (Clause<V> clause : clauses) {
      if (clause.flag(view) == truth) {
        return clause.cause(view);
      }
    }
    throw new IllegalStateException("A truth has a cause");
  }

  @Override
  public int precedence() {
    return 0;
  }

  @Override
  public String written() {
    return clauses.stream()
        .map(clause -> clause.precedence() == 0 ? "(" + clause.written() + ")" : clause.written())
        .collect(Collectors.joining(deciding == Truth.FAILS ? " && " : " || "));
  }

  @Override
  public Clause<V> negated() {
    return new Junction<>(deciding.not(), clauses.stream().map(Clause::negated).toList());
  }
}
