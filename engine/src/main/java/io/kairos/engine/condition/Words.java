package io.kairos.engine.condition;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The variables and functions that a text names, sorted. */
record Words(Set<String> variables, Set<String> functions) {
  static <V> Words of(Term<V> root) {
    Set<String> variables = new TreeSet<>();
    Set<String> functions = new TreeSet<>();
    root.all()
        .forEach(
            term -> {
              if (term instanceof VariableTerm<V> named) {
                variables.add(named.written());
              } else if (term instanceof CallTerm<V> call) {
                functions.add(call.function().name());
              }
            });
    return new Words(
        Collections.unmodifiableSet(variables), Collections.unmodifiableSet(functions));
  }
}
