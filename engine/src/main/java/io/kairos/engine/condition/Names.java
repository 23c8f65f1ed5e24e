package io.kairos.engine.condition;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Checks that all names of a text are in the vocabulary, and says which was probably meant. */
final class Names {
  private static final int MOST_SUGGESTIONS = 5;

  private final Collection<String> variables;
  private final List<String> functions;

  Names(Vocabulary<?> vocabulary) {
    this.variables = vocabulary.variables().stream().map(Variable::name).toList();
    this.functions =
        Stream.concat(
                vocabulary.functions().stream().map(Function::name), Stream.of(Vocabulary.KNOWN))
            .sorted()
            .toList();
  }

  /**
   * Checks a text.
   *
   * @throws ConditionException at the first name that is not known
   */
  void check(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (!token.isName()) {
        continue;
      }
      boolean called = tokens.get(i + 1).is("(");
      if (called && !functions.contains(token.text())) {
        throw token.wrong(noFunction(token.text()));
      }
      if (!called && !variables.contains(token.text())) {
        throw token.wrong(noVariable(token.text()));
      }
    }
  }

  private String noFunction(String name) {
    String what = "no function is called '" + name + "'";
    if (variables.contains(name)) {
      return what + ": it is a variable and has no arguments";
    }
    return what
        + Spelling.nearest(name, functions)
            .map(near -> "; did you mean " + near + "?")
            .orElse("; there are " + String.join(", ", functions));
  }

  private String noVariable(String name) {
    String what = "no variable is called '" + name + "'";
    if (functions.contains(name)) {
      return what + ": it is a function and needs arguments, as in " + name + "('...')";
    }
    return what
        + Spelling.nearest(name, variables)
            .map(near -> "; did you mean " + near + "?")
            .orElseGet(() -> relatives(name));
  }

  private String relatives(String name) {
    int dot = name.indexOf('.');
    String prefix = (dot < 0 ? name : name.substring(0, dot)) + ".";
    List<String> relatives = variables.stream().filter(v -> v.startsWith(prefix)).sorted().toList();
    if (relatives.isEmpty()) {
      return dot < 0 ? "; a text is written in quotes: '" + name + "'" : "";
    }
    String more = relatives.size() > MOST_SUGGESTIONS ? ", ..." : "";
    return "; there are "
        + String.join(", ", relatives.stream().limit(MOST_SUGGESTIONS).toList())
        + more;
  }
}
