package io.kairos.engine.condition;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Translates comparisons. */
final class Comparer<V> {
  private final Translator<V> translator;
  private final Places places;

  Comparer(Translator<V> translator, Places places) {
    this.translator = translator;
    this.places = places;
  }

  Clause<V> comparison(CelExpr expr, Comparison comparison) {
    CelExpr leftExpr = expr.call().args().get(0);
    Term<V> left = translator.term(leftExpr);
    CelExpr rightExpr = expr.call().args().get(1);
    Term<V> right = translator.term(rightExpr);
    if (left.type() != right.type()) {
      throw places.wrong(expr, isComparison(leftExpr) ? chained() : mixed(left, right));
    }
    if (left.type() != Type.NUMBER && !comparison.ofEquality()) {
      throw places.wrong(
          expr,
          left.type() == Type.TEXT
              ? "texts are compared by ==, != and in, not by " + comparison.symbol()
              : isComparison(leftExpr)
                  ? chained()
                  : "true and false are compared by == and !=, not by " + comparison.symbol());
    }
    refuse(left, right, rightExpr, comparison);
    refuse(right, left, leftExpr, comparison);
    return left.constant() ? of(right, comparison.turned(), left) : of(left, comparison, right);
  }

  /** A text that a variable never is; that it is not the empty one says that it is known. */
  private void refuse(Term<V> asked, Term<V> text, CelExpr place, Comparison comparison) {
    boolean known = comparison == Comparison.NOT_EQUAL && isEmpty(text);
    if (!known
        && asked instanceof VariableTerm<V> named
        && text instanceof LiteralTerm<V> literal) {
      refuse(named.variable(), literal, place);
    }
  }

  private void refuse(Variable<V> asked, LiteralTerm<V> literal, CelExpr place) {
    if (literal.type() == Type.TEXT) {
      asked
          .refuses(literal.text(null))
          .ifPresent(
              message -> {
                throw places.wrong(place, message);
              });
    }
  }

  private boolean isEmpty(Term<V> term) {
    return term instanceof LiteralTerm<V> literal && "".equals(literal.value());
  }

  private Clause<V> of(Term<V> left, Comparison comparison, Term<V> right) {
    if (left.type() == Type.NUMBER) {
      return right.constant()
          ? new LimitLeaf<>(left, comparison, right.number(null))
          : new NumberLeaf<>(left, comparison, right);
    }
    boolean same = comparison == Comparison.EQUAL;
    if (left instanceof Clause<V> clause && right.constant()) {
      return right.flag(null).holds() == same ? clause : clause.negated();
    }
    return new EqualityLeaf<>(left, same, right);
  }

  Clause<V> membership(CelExpr subjectExpr, CelExpr list) {
    Term<V> subject = translator.term(subjectExpr);
    if (list.getKind() != CelExpr.ExprKind.Kind.LIST) {
      throw places.wrong(list, "a list must stand after 'in', as in x in ['a', 'b']");
    }
    if (list.list().elements().isEmpty()) {
      throw places.wrong(list, "the list is empty");
    }
    if (subject.type() == Type.FLAG) {
      throw places.wrong(subjectExpr, "true and false are compared by == and !=, not by in");
    }
    List<Term<V>> elements = new ArrayList<>();
    for (CelExpr element : list.list().elements()) {
      Term<V> term = translator.term(element);
      if (term.type() != subject.type()) {
        throw places.wrong(element, mixed(subject, term));
      }
      refuse(subject, term, element, Comparison.EQUAL);
      refuse(term, subject, subjectExpr, Comparison.EQUAL);
      elements.add(term);
    }
    return new MembershipLeaf<>(subject, true, List.copyOf(elements));
  }

  private static boolean isComparison(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CALL
        && Operator.lookupBinaryOperator(expr.call().function())
            .flatMap(Comparison::of)
            .isPresent();
  }

  private static String chained() {
    return "comparisons cannot be chained: write 1 < x && x < 5 instead of 1 < x < 5";
  }

  private static String mixed(Term<?> left, Term<?> right) {
    String sentence =
        "%s is %s and %s is %s: they cannot be compared"
            .formatted(left.written(), left.type().words(), right.written(), right.type().words());
    return unquoted(left, right)
        .or(() -> unquoted(right, left))
        .map(hint -> sentence + "; " + hint)
        .orElse(sentence);
  }

  private static Optional<String> unquoted(Term<?> number, Term<?> text) {
    return number.type() == Type.NUMBER
            && text instanceof LiteralTerm<?> literal
            && literal.value() instanceof String digits
            && digits.matches("\\d+(\\.\\d+)?")
        ? Optional.of("write %s without quotes".formatted(digits))
        : Optional.empty();
  }
}
