package io.kairos.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known decides; what is not known stays unknown. */
class KleeneTablesTest {
  private static final Map<String, Truth> TRUTHS =
      Map.of("T", Truth.HOLDS, "F", Truth.FAILS, "U", Truth.UNKNOWN);

  @ParameterizedTest
  @CsvSource({
    "T,T,T", "T,F,F", "T,U,U", "F,T,F", "F,F,F", "F,U,F", "U,T,U", "U,F,F", "U,U,U",
  })
  void andFailsIfOneFails(String left, String right, String expected) {
    assertThat(test("vip && tester", left, right)).isEqualTo(TRUTHS.get(expected));
    assertThat(test("!(vip && tester)", left, right)).isEqualTo(TRUTHS.get(expected).not());
  }

  @ParameterizedTest
  @CsvSource({
    "T,T,T", "T,F,T", "T,U,T", "F,T,T", "F,F,F", "F,U,U", "U,T,T", "U,F,U", "U,U,U",
  })
  void orHoldsIfOneHolds(String left, String right, String expected) {
    assertThat(test("vip || tester", left, right)).isEqualTo(TRUTHS.get(expected));
    assertThat(test("!(vip || tester)", left, right)).isEqualTo(TRUTHS.get(expected).not());
  }

  @ParameterizedTest
  @CsvSource({"T,T,T", "T,F,F", "T,U,U", "F,T,F", "F,F,T", "F,U,U", "U,T,U", "U,F,U", "U,U,U"})
  void flagsAreTheSameOnlyIfBothAreKnown(String left, String right, String expected) {
    assertThat(test("vip == tester", left, right)).isEqualTo(TRUTHS.get(expected));
    assertThat(test("vip != tester", left, right)).isEqualTo(TRUTHS.get(expected).not());
  }

  @ParameterizedTest
  @CsvSource({"T,T,T", "T,U,U", "F,T,T", "F,U,T", "F,F,T", "U,T,U", "U,F,U", "T,F,F"})
  void aChoiceIsUnknownIfItsTestIs(String test, String yes, String expected) {
    assertThat(test("vip ? tester : true", test, yes)).isEqualTo(TRUTHS.get(expected));
    assertThat(test("!(vip ? tester : true)", test, yes)).isEqualTo(TRUTHS.get(expected).not());
  }

  @ParameterizedTest
  @CsvSource({"T,T,F", "F,F,T", "U,U,U"})
  void notTurnsWhatIsKnown(String value, String same, String turned) {
    assertThat(test("vip", value, "U")).isEqualTo(TRUTHS.get(same));
    assertThat(test("!!vip", value, "U")).isEqualTo(TRUTHS.get(same));
    assertThat(test("vip == true", value, "U")).isEqualTo(TRUTHS.get(same));
    assertThat(test("false != vip", value, "U")).isEqualTo(TRUTHS.get(same));
    assertThat(test("!vip", value, "U")).isEqualTo(TRUTHS.get(turned));
    assertThat(test("vip == false", value, "U")).isEqualTo(TRUTHS.get(turned));
  }

  @Test
  void unknownNumbersMakeComparisonsAndSumsUnknown() {
    for (String comparison : new String[] {"<", "<=", "==", "!=", ">=", ">"}) {
      assertThat(Shop.test("cart.value " + comparison + " 1")).isEqualTo(Truth.UNKNOWN);
      assertThat(Shop.test("!(cart.value " + comparison + " 1)")).isEqualTo(Truth.UNKNOWN);
      assertThat(Shop.test("2 * cart.value + 1 " + comparison + " cart.count", "cart.count", 1))
          .isEqualTo(Truth.UNKNOWN);
    }
  }

  @Test
  void unknownTextsAreInNoListAndOutOfNone() {
    assertThat(Shop.test("tier in ['gold']")).isEqualTo(Truth.UNKNOWN);
    assertThat(Shop.test("!(tier in ['gold'])")).isEqualTo(Truth.UNKNOWN);
    assertThat(Shop.test("cart.count in [1, 2]")).isEqualTo(Truth.UNKNOWN);
    assertThat(Shop.test("tier == 'gold'")).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void aListWithAnUnknownElementDecidesOnlyWhereItIsFound() {
    assertThat(Shop.test("tier in [city, 'gold']", "tier", "gold")).isEqualTo(Truth.HOLDS);
    assertThat(Shop.test("tier in [city, 'gold']", "tier", "silver")).isEqualTo(Truth.UNKNOWN);
    assertThat(Shop.test("1 in [cart.count, 2]")).isEqualTo(Truth.UNKNOWN);
    assertThat(Shop.test("2 in [cart.count, 2]")).isEqualTo(Truth.HOLDS);
  }

  @Test
  void divisionByZeroIsUnknown() {
    assertThat(Shop.test("cart.value / cart.count > 5", "cart.value", 12, "cart.count", 0))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(Shop.test("cart.value / cart.count > 5", "cart.value", 12, "cart.count", 2))
        .isEqualTo(Truth.HOLDS);
  }

  @Test
  void knownIsAlwaysKnown() {
    assertThat(Shop.test("known(tier)")).isEqualTo(Truth.FAILS);
    assertThat(Shop.test("!known(tier)")).isEqualTo(Truth.HOLDS);
    assertThat(Shop.test("known(tier)", "tier", "gold")).isEqualTo(Truth.HOLDS);
    assertThat(Shop.test("known(vip)", "vip", false)).isEqualTo(Truth.HOLDS);
    assertThat(Shop.test("known(vip)")).isEqualTo(Truth.FAILS);
    assertThat(Shop.test("known(interest('toys'))", "interest:toys", 0.5)).isEqualTo(Truth.HOLDS);
    assertThat(Shop.test("known(interest(city))", "interest:toys", 0.5)).isEqualTo(Truth.FAILS);
  }

  @Test
  void functionsOfUnknownArgumentsAreUnknown() {
    assertThat(Shop.test("interest(city) > 0.1")).isEqualTo(Truth.UNKNOWN);
    assertThat(Shop.test("interest(city) > 0.1", "city", "toys", "interest:toys", 0.2))
        .isEqualTo(Truth.HOLDS);
    assertThat(Shop.test("lookup(tier, 1, vip) == 'A1'", "tier", "a")).isEqualTo(Truth.UNKNOWN);
    assertThat(Shop.test("lookup(tier, 1, vip) == 'A1'", "tier", "a", "vip", true))
        .isEqualTo(Truth.HOLDS);
  }

  private static Truth test(String text, String vip, String tester) {
    Map<String, Object> view = Shop.view();
    put(view, "vip", TRUTHS.get(vip));
    put(view, "tester", TRUTHS.get(tester));
    return Shop.condition(text).test(view);
  }

  private static void put(Map<String, Object> view, String name, Truth truth) {
    if (truth != Truth.UNKNOWN) {
      view.put(name, truth.holds());
    }
  }
}
