package io.kairos.engine.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Where the parts of a tree stand in its text. */
final class Places {
  private final Map<Long, Integer> offsets;

  /** Where a function's name stands, by the place of its bracket, which is what the tree knows. */
  private final Map<Integer, Integer> calls = new HashMap<>();

  private final Map<Term<?>, Integer> columns = new IdentityHashMap<>();

  Places(CelAbstractSyntaxTree tree, List<Token> tokens) {
    this.offsets = tree.getSource().getPositionsMap();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).is("(") && tokens.get(i - 1).isName()) {
        calls.put(tokens.get(i).column(), tokens.get(i - 1).column());
      }
    }
  }

  /** Remembers the place of what was compiled. */
  <T extends Term<?>> T put(CelExpr expr, T term) {
    columns.put(term, column(expr));
    return term;
  }

  ConditionException wrong(CelExpr expr, String message) {
    return new ConditionException(column(expr), message);
  }

  ConditionException wrong(Term<?> term, String message) {
    return new ConditionException(columns.getOrDefault(term, 1), message);
  }

  /** The first column of an expression, not the one of its operator. */
  private int column(CelExpr expr) {
    int column = offsets.getOrDefault(expr.id(), 0) + 1;
    return switch (expr.getKind()) {
      case SELECT -> Math.min(column, column(expr.select().operand()));
      case CALL ->
          expr.call().args().stream()
              .mapToInt(this::column)
              .reduce(calls.getOrDefault(column, column), Math::min);
      default -> column;
    };
  }
}
