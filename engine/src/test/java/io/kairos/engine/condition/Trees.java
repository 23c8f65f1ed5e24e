package io.kairos.engine.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random conditions over the shop's variables, and random views of them. */
final class Trees {
  private static final List<String> NUMBERS = List.of("cart.value", "cart.count", "orders.count");
  private static final List<String> TEXTS = List.of("tier", "city");
  private static final List<String> FLAGS = List.of("vip", "tester");

  private final Random random;

  Trees(Random random) {
    this.random = random;
  }

  Tree condition(int depth) {
    if (depth == 0) {
      return one(
          () -> Tree.variable(of(FLAGS)),
          () -> Tree.literal(random.nextBoolean()),
          () -> comparison(0));
    }
    int inner = depth - 1;
    return one(
        () -> comparison(inner),
        () -> comparison(inner),
        () -> Tree.and(condition(inner), condition(inner)),
        () -> Tree.and(condition(inner), condition(inner)),
        () -> Tree.or(condition(inner), condition(inner)),
        () -> Tree.or(condition(inner), condition(inner)),
        () -> Tree.not(condition(inner)),
        () -> Tree.choice(condition(inner), condition(inner), condition(inner)),
        () -> Tree.comparison(condition(inner), equality(), condition(inner)),
        () -> Tree.known(of(NUMBERS)),
        () -> condition(0));
  }

  /** Values of all variables, or of some. */
  Map<String, Object> view(boolean all) {
    Map<String, Object> view = new HashMap<>();
    NUMBERS.forEach(name -> view.put(name, of(List.of(0.0, 1.0, 2.0, 2.5, 100.0, -3.0))));
    TEXTS.forEach(name -> view.put(name, of(List.of("a", "b", "c"))));
    FLAGS.forEach(name -> view.put(name, random.nextBoolean()));
    view.keySet().removeIf(name -> !all && random.nextInt(5) < 2);
    return view;
  }

  private Tree comparison(int depth) {
    return one(
        () -> Tree.comparison(number(depth), order(), number(depth)),
        () -> Tree.comparison(number(depth), order(), number(0)),
        () -> Tree.comparison(text(depth), equality(), text(depth)),
        () -> Tree.in(number(depth), list(() -> number(depth))),
        () -> Tree.in(text(depth), list(() -> text(depth))));
  }

  private Tree number(int depth) {
    if (depth == 0) {
      return one(
          () -> Tree.variable(of(NUMBERS)),
          () -> Tree.literal(of(List.of(0.0, 1.0, 2.0, 2.5, 100.0))));
    }
    int inner = depth - 1;
    return one(
        () -> number(0),
        () -> Tree.arithmetic(number(inner), of(List.of("+", "-", "*")), number(inner)),
        () -> Tree.arithmetic(number(inner), "/", Tree.literal(of(List.of(2.0, 4.0, -0.5)))),
        () -> Tree.negative(number(inner)),
        () -> Tree.choice(condition(inner), number(inner), number(inner)));
  }

  private Tree text(int depth) {
    return one(
        () -> Tree.variable(of(TEXTS)),
        () -> Tree.literal(of(List.of("a", "b"))),
        () -> depth == 0 ? text(0) : Tree.choice(condition(depth - 1), text(0), text(0)));
  }

  private List<Tree> list(Supplier<Tree> element) {
    return Stream.generate(element).limit(1 + random.nextInt(3)).toList();
  }

  private String order() {
    return of(List.of("==", "!=", "<", "<=", ">", ">="));
  }

  private String equality() {
    return of(List.of("==", "!="));
  }

  private <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @SafeVarargs
  private Tree one(Supplier<Tree>... ways) {
    return ways[random.nextInt(ways.length)].get();
  }
}
