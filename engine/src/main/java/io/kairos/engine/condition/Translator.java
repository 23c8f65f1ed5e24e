package io.kairos.engine.condition;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a tree of the library into terms of ours, and says where the types do not fit. */
final class Translator<V> {
  private final Vocabulary<V> vocabulary;
  private final Places places;
  private final Comparer<V> comparer;

  Translator(Vocabulary<V> vocabulary, Places places) {
    this.vocabulary = vocabulary;
    this.places = places;
    this.comparer = new Comparer<>(this, places);
  }

  /** The term of an expression; a clause if it is true or false. */
  Term<V> term(CelExpr expr) {
    Term<V> term =
        switch (expr.getKind()) {
          case CONSTANT -> literal(expr);
          case IDENT, SELECT -> flagged(variable(expr));
          case CALL -> call(expr);
          case LIST -> throw places.wrong(expr, "a list stands only after 'in'");
          default -> throw places.wrong(expr, "this is not part of the language");
        };
    return term.constant() ? folded(expr, term) : term;
  }

  Clause<V> clause(CelExpr expr, String where) {
    Term<V> term = term(expr);
    if (term instanceof Clause<V> clause) {
      return clause;
    }
    throw places.wrong(
        expr,
        "%s is %s, and %s needs true or false"
            .formatted(term.written(), term.type().words(), where));
  }

  private Term<V> number(CelExpr expr, String operator) {
    Term<V> term = term(expr);
    if (term.type() != Type.NUMBER) {
      throw places.wrong(
          expr,
          "%s is %s, and %s needs numbers"
              .formatted(term.written(), term.type().words(), operator));
    }
    return term;
  }

  private Term<V> literal(CelExpr expr) {
    CelConstant constant = expr.constant();
    return switch (constant.getKind()) {
      case DOUBLE_VALUE -> new LiteralTerm<>(constant.doubleValue());
      case STRING_VALUE -> new LiteralTerm<>(constant.stringValue());
      case BOOLEAN_VALUE -> new LiteralClause<>(Truth.of(constant.booleanValue()));
      default -> throw places.wrong(expr, "this is not part of the language");
    };
  }

  /** What has the same value for every view is read now. */
  private Term<V> folded(CelExpr expr, Term<V> term) {
    Object value = term.value(null);
    if (value == null || value instanceof Double number && number.isInfinite()) {
      throw places.wrong(expr, "this number is too large");
    }
    return value instanceof Truth truth ? new LiteralClause<>(truth) : new LiteralTerm<>(value);
  }

  private Term<V> variable(CelExpr expr) {
    return vocabulary
        .variable(name(expr))
        .map(variable -> places.put(expr, new VariableTerm<>(variable)))
        .orElseThrow(() -> places.wrong(expr, "this is not part of the language"));
  }

  /** The checker may have joined a dotted name already. */
  private static String name(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> expr.ident().name();
      case SELECT -> name(expr.select().operand()) + "." + expr.select().field();
      default -> "";
    };
  }

  private static <V> Term<V> flagged(Term<V> term) {
    return term.type() == Type.FLAG ? new FlagLeaf<>(term, true) : term;
  }

  private Term<V> call(CelExpr expr) {
    String name = expr.call().function();
    List<CelExpr> args = expr.call().args();
    Optional<Operator> operator = Operator.findReverse(name);
    if (operator.isEmpty()) {
      return name.equals(Vocabulary.KNOWN) ? known(expr, args) : flagged(function(expr));
    }
    return switch (operator.get()) {
      case LOGICAL_AND -> junction(Truth.FAILS, args, "&&");
      case LOGICAL_OR -> junction(Truth.HOLDS, args, "||");
      case LOGICAL_NOT -> clause(args.get(0), "!").negated();
      case CONDITIONAL -> choice(expr, args);
      case IN -> comparer.membership(args.get(0), args.get(1));
      case EQUALS -> comparer.comparison(expr, Comparison.EQUAL);
      case NOT_EQUALS -> comparer.comparison(expr, Comparison.NOT_EQUAL);
      case LESS -> comparer.comparison(expr, Comparison.BELOW);
      case LESS_EQUALS -> comparer.comparison(expr, Comparison.AT_MOST);
      case GREATER -> comparer.comparison(expr, Comparison.ABOVE);
      case GREATER_EQUALS -> comparer.comparison(expr, Comparison.AT_LEAST);
      case ADD -> arithmetic(Arithmetic.PLUS, args);
      case SUBTRACT -> arithmetic(Arithmetic.MINUS, args);
      case MULTIPLY -> arithmetic(Arithmetic.TIMES, args);
      case DIVIDE -> arithmetic(Arithmetic.DIVIDED_BY, args);
      case NEGATE -> new NegativeTerm<>(number(args.get(0), "-"));
      default -> throw places.wrong(expr, "this is not part of the language");
    };
  }

  private Term<V> arithmetic(Arithmetic operation, List<CelExpr> args) {
    String symbol = operation.symbol();
    Term<V> left = number(args.get(0), symbol);
    Term<V> right = number(args.get(1), symbol);
    if (operation == Arithmetic.DIVIDED_BY && right.constant() && right.number(null) == 0) {
      throw places.wrong(args.get(1), "this divides by zero");
    }
    return new ArithmeticTerm<>(left, operation, right);
  }

  private Clause<V> junction(Truth deciding, List<CelExpr> args, String symbol) {
    List<Clause<V>> clauses = new ArrayList<>();
    for (CelExpr arg : args) {
      Clause<V> clause = clause(arg, symbol);
      if (clause instanceof Junction<V> inner && inner.deciding() == deciding) {
        clauses.addAll(inner.clauses());
      } else {
        clauses.add(clause);
      }
    }
    return new Junction<>(deciding, List.copyOf(clauses));
  }

  private Term<V> choice(CelExpr expr, List<CelExpr> args) {
    Clause<V> test = clause(args.get(0), "?");
    Term<V> yes = term(args.get(1));
    Term<V> no = term(args.get(2));
    if (yes.type() != no.type()) {
      throw places.wrong(
          expr,
          "both sides of ':' must be of one type, but %s is %s and %s is %s"
              .formatted(yes.written(), yes.type().words(), no.written(), no.type().words()));
    }
    return yes instanceof Clause<V> one && no instanceof Clause<V> other
        ? new ChoiceClause<>(test, one, other)
        : new ChoiceTerm<>(test, yes, no);
  }

  private Term<V> known(CelExpr expr, List<CelExpr> args) {
    if (args.size() != 1) {
      throw places.wrong(expr, "known takes one variable or function, as in known(x)");
    }
    CelExpr asked = args.get(0);
    boolean call =
        asked.getKind() == CelExpr.ExprKind.Kind.CALL
            && vocabulary.function(asked.call().function()).isPresent();
    if (!call && vocabulary.variable(name(asked)).isEmpty()) {
      throw places.wrong(expr, "known asks for a variable or a function, not for anything else");
    }
    return new KnownLeaf<>(call ? function(asked) : variable(asked), true);
  }

  private Term<V> function(CelExpr expr) {
    String name = expr.call().function();
    Function<V> function =
        vocabulary
            .function(name)
            .orElseThrow(() -> places.wrong(expr, "this is not part of the language"));
    List<CelExpr> args = expr.call().args();
    List<Parameter> parameters = function.parameters();
    if (args.size() != parameters.size()) {
      throw places.wrong(
          expr, "%s takes %d arguments, not %d".formatted(name, parameters.size(), args.size()));
    }
    List<Term<V>> terms = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      terms.add(argument(name, parameters.get(i), args.get(i)));
    }
    return places.put(expr, new CallTerm<>(function, terms));
  }

  private Term<V> argument(String function, Parameter parameter, CelExpr expr) {
    Term<V> term = term(expr);
    if (term.type() != parameter.type()) {
      throw places.wrong(
          expr,
          "%s takes %s here, but %s is %s"
              .formatted(function, parameter.type().words(), term.written(), term.type().words()));
    }
    if (term.constant()) {
      parameter
          .refuses(term.value(null))
          .ifPresent(
              message -> {
                throw places.wrong(expr, message);
              });
    } else if (parameter.literalOnly()) {
      throw places.wrong(
          expr,
          "%s takes %s that is written out here, not %s"
              .formatted(function, parameter.type().words(), term.written()));
    }
    return term;
  }
}
