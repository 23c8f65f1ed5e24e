package io.kairos.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compiled conditions against the library's evaluator and against the tables spelled out. */
class ConditionOracleTest {
  private final CelOracle cel = new CelOracle();

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void meansWhatTheLibrarysEvaluatorSaysWhereAllIsKnown(
      @ForAll("conditions") Tree tree, @ForAll("knownViews") Map<String, Object> view)
      throws Exception {
    Truth truth = Shop.condition(tree.text()).test(view);

    assertThat(truth).as(tree.text()).isEqualTo(Truth.of(cel.holds(tree.text(), view)));
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void bindsAsTheLibraryDoesWithoutBrackets(
      @ForAll("flatTexts") String text, @ForAll("knownViews") Map<String, Object> view)
      throws Exception {
    Truth truth = Shop.condition(text).test(view);

    assertThat(truth).as(text).isEqualTo(Truth.of(cel.holds(text, view)));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void followsTheTablesWhereSomeIsUnknown(
      @ForAll("conditions") Tree tree, @ForAll("views") Map<String, Object> view) {
    Object meaning = tree.of(view);
    Truth expected = meaning == null ? Truth.UNKNOWN : Truth.of((Boolean) meaning);

    assertThat(Shop.condition(tree.text()).test(view)).as(tree.text()).isEqualTo(expected);
    assertThat(Shop.condition("!" + Tree.not(tree).text()).test(view)).isEqualTo(expected);
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void blamesAFindingExactlyWhereItDoesNotHold(
      @ForAll("conditions") Tree tree, @ForAll("views") Map<String, Object> view) {
    Condition<Map<String, Object>> condition = Shop.condition(tree.text());
    Truth truth = condition.test(view);

    assertThat(condition.failure(view).map(Finding::truth).orElse(Truth.HOLDS)).isEqualTo(truth);
    assertThat(condition.findings(view)).extracting(Finding::truth).contains(truth);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void failsWhereAVariableIsNotTheTextThatItNeeds(
      @ForAll("conditions") Tree tree, @ForAll("views") Map<String, Object> view) {
    Condition<Map<String, Object>> condition =
        Shop.condition("city == 'b' && (" + tree.text() + ")");
    Needed needed = condition.needed().orElseThrow();

    assertThat(needed).isEqualTo(new Needed("city", "b"));
    Shop.condition(tree.text())
        .needed()
        .filter(one -> !one.text().equals(view.get(one.variable())))
        .ifPresent(
            one -> assertThat(Shop.condition(tree.text()).test(view)).isNotEqualTo(Truth.HOLDS));
  }

  @Provide
  Arbitrary<Tree> conditions() {
    return Arbitraries.randomValue(random -> new Trees(random).condition(3))
        .filter(tree -> tree.text().length() < 600);
  }

  @Provide
  Arbitrary<Map<String, Object>> views() {
    return Arbitraries.randomValue(random -> new Trees(random).view(false));
  }

  @Provide
  Arbitrary<Map<String, Object>> knownViews() {
    return Arbitraries.randomValue(random -> new Trees(random).view(true));
  }

  @Provide
  Arbitrary<String> flatTexts() {
    Arbitrary<String> number =
        Arbitraries.of("cart.value", "cart.count", "-orders.count", "1.0", "2.5", "-2.0");
    Arbitrary<String> sum = chain(number, " + ", " - ", " * ", "-");
    Arbitrary<String> comparison =
        Combinators.combine(sum, Arbitraries.of("<", "<=", ">", ">=", "==", "!="), sum)
            .as((left, operator, right) -> left + " " + operator + " " + right);
    Arbitrary<String> test =
        Arbitraries.oneOf(
            comparison,
            Arbitraries.of("vip", "!tester", "!!vip", "tier == city", "tier in ['a', \"b\"]"));
    Arbitrary<String> condition = chain(test, " && ", " || ", "&&", " == true && ");
    return Arbitraries.oneOf(
        condition,
        Combinators.combine(condition, condition, condition)
            .as((a, b, c) -> a + " ? " + b + " : " + c));
  }

  private static Arbitrary<String> chain(Arbitrary<String> links, String... joints) {
    return Combinators.combine(
            links,
            Combinators.combine(Arbitraries.of(joints), links)
                .as(String::concat)
                .list()
                .ofMaxSize(3))
        .as((first, rest) -> first + String.join("", rest));
  }
}
