package io.kairos.engine.condition;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A generated condition: as text, and as what it should mean. The meaning is Kleene's tables
 * spelled out over objects, null being unknown.
 */
record Tree(String text, Function<Map<String, Object>, Object> meaning) {

  static Tree variable(String name) {
    return new Tree(name, view -> view.get(name));
  }

  static Tree literal(Object value) {
    return new Tree(value instanceof String ? "'" + value + "'" : "" + value, view -> value);
  }

  static Tree arithmetic(Tree left, String operator, Tree right) {
    return strict(
        left,
        operator,
        right,
        (a, b) -> {
          double x = (Double) a;
          double y = (Double) b;
          return switch (operator) {
            case "+" -> x + y;
            case "-" -> x - y;
            case "*" -> x * y;
            default -> y == 0 ? null : x / y;
          };
        });
  }

  static Tree comparison(Tree left, String operator, Tree right) {
    return strict(
        left,
        operator,
        right,
        (a, b) ->
            switch (operator) {
              case "==" -> same(a, b);
              case "!=" -> !same(a, b);
              case "<" -> (Double) a < (Double) b;
              case "<=" -> (Double) a <= (Double) b;
              case ">" -> (Double) a > (Double) b;
              default -> (Double) a >= (Double) b;
            });
  }

  static Tree negative(Tree operand) {
    return new Tree(
        "-(" + operand.text + ")",
        view -> operand.of(view) instanceof Double number ? -number : null);
  }

  static Tree not(Tree operand) {
    return new Tree(
        "!(" + operand.text + ")", view -> operand.of(view) instanceof Boolean flag ? !flag : null);
  }

  static Tree and(Tree left, Tree right) {
    return junction(left, "&&", right, false);
  }

  static Tree or(Tree left, Tree right) {
    return junction(left, "||", right, true);
  }

  static Tree choice(Tree test, Tree yes, Tree no) {
    return new Tree(
        "(" + test.text + " ? " + yes.text + " : " + no.text + ")",
        view ->
            test.of(view) instanceof Boolean holds ? (holds ? yes.of(view) : no.of(view)) : null);
  }

  static Tree in(Tree subject, List<Tree> elements) {
    String list = elements.stream().map(Tree::text).collect(Collectors.joining(", ", "[", "]"));
    Function<Map<String, Object>, Object> meaning =
        elements.stream()
            .map(element -> comparison(subject, "==", element))
            .reduce((a, b) -> or(a, b))
            .orElseThrow()
            .meaning;
    return new Tree("(" + subject.text + " in " + list + ")", meaning);
  }

  static Tree known(String name) {
    return new Tree("known(" + name + ")", view -> view.get(name) != null);
  }

  Object of(Map<String, Object> view) {
    return meaning.apply(view);
  }

  private static Tree junction(Tree left, String operator, Tree right, boolean decides) {
    return new Tree(
        "(" + left.text + " " + operator + " " + right.text + ")",
        view -> {
          Object a = left.of(view);
          Object b = right.of(view);
          if (a != null && a.equals(decides) || b != null && b.equals(decides)) {
            return decides;
          }
          return a == null || b == null ? null : !decides;
        });
  }

  private static Tree strict(Tree left, String operator, Tree right, BinaryOperator<Object> of) {
    return new Tree(
        "(" + left.text + " " + operator + " " + right.text + ")",
        view -> {
          Object a = left.of(view);
          Object b = right.of(view);
          return a == null || b == null ? null : of.apply(a, b);
        });
  }

  /** Minus zero is zero. */
  private static boolean same(Object a, Object b) {
    return a instanceof Double x && b instanceof Double y
        ? x.doubleValue() == y.doubleValue()
        : a.equals(b);
  }
}
