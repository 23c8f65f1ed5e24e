package io.kairos.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

  @ParameterizedTest
  @CsvSource({
    ">=, FAILS, HOLDS, HOLDS",
    "<=, HOLDS, HOLDS, FAILS",
    "==, FAILS, HOLDS, FAILS",
    "!=, HOLDS, FAILS, HOLDS",
    ">, FAILS, FAILS, HOLDS",
    "<, HOLDS, FAILS, FAILS",
  })
  void decidesAroundItsLimitFromEitherSide(String symbol, Truth below, Truth at, Truth above) {
    String turned = Comparison.of(symbol).orElseThrow().turned().symbol();
    for (String text : new String[] {"cart.count %s 10", "!(!(cart.count %s 10))"}) {
      assertThat(Shop.test(text.formatted(symbol), "cart.count", 9)).isEqualTo(below);
      assertThat(Shop.test(text.formatted(symbol), "cart.count", 10)).isEqualTo(at);
      assertThat(Shop.test(text.formatted(symbol), "cart.count", 11)).isEqualTo(above);
    }
    assertThat(Shop.test("10 " + turned + " cart.count", "cart.count", 9)).isEqualTo(below);
    assertThat(Shop.test("10 " + turned + " cart.count", "cart.count", 10)).isEqualTo(at);
    assertThat(Shop.test("10 " + turned + " cart.count", "cart.count", 11)).isEqualTo(above);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cart.value >= 200",
        "cart.value >= 200.00",
        "cart.value == 2 * 100",
        "cart.value + 1 > 200",
        "-cart.value < -(100 + 99.5)",
        "cart.value - 50 * 2 == 100",
        "cart.value in [100, 200]",
        "(vip ? 100 : 200) == cart.value",
        "vip || tier == \"gold\" && !(city in ['Paris', 'Rome'])",
        "vip ? false : tier in ['gold', city]",
        "(vip ? tier : city) == 'Lima'",
        "segment('student') != vip",
        "true && 1 < 2",
        "lookup('a', 1, 1 < 2) == 'A1'",
      })
  void understandsTheLanguage(String text) {
    Truth truth =
        Shop.test(
            text,
            "cart.value",
            200,
            "tier",
            "gold",
            "city",
            "Lima",
            "vip",
            false,
            "segment",
            "student");

    assertThat(truth).isEqualTo(Truth.HOLDS);
  }

  @Test
  void findingsReadAsPeopleRead() {
    var condition =
        Shop.condition(
            "cart.value >= 50 && !(cart.count > orders.count) && segment('student')"
                + " && interest('toys') < 0.25 && tier in ['gold', 'x'] && known(city)");

    assertThat(
            condition.findings(
                Shop.view("cart.value", 49.5, "cart.count", 3, "interest:toys", 0.2)))
        .extracting(f -> f.subject() + " " + f.demand() + ": " + f.value() + ", " + f.truth())
        .containsExactly(
            "cart.value >= 50.00 CNY: 49.50 CNY, false",
            "cart.count <= orders.count (unknown): 3, unknown",
            "segment('student') == true: false, false",
            "interest('toys') < 25 %: 20 %, true",
            "tier in ['gold', 'x']: unknown, unknown",
            "city known: unknown, false");
  }

  @Test
  void findingsLeaveOutTheChoiceNotTaken() {
    var condition = Shop.condition("vip ? cart.value > 3 : cart.count > 4");

    assertThat(condition.findings(Shop.view("vip", true)))
        .extracting(Finding::subject)
        .containsExactly("vip", "cart.value");
    assertThat(condition.findings(Shop.view())).extracting(Finding::subject).containsExactly("vip");
  }

  @Test
  void theFailureIsTheFirstThatDecides() {
    var condition = Shop.condition("(vip || cart.value > 3) && tier == 'gold' && city != 'Rome'");

    assertThat(condition.failure(Shop.view("tier", "iron")).orElseThrow())
        .isEqualTo(new Finding("tier", "iron", "== 'gold'", Truth.FAILS));
    assertThat(condition.failure(Shop.view("vip", true, "tier", "gold", "city", "Rome")))
        .contains(new Finding("city", "Rome", "!= 'Rome'", Truth.FAILS));
    assertThat(condition.failure(Shop.view("vip", true, "tier", "gold", "city", "Oslo"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "vip && cart.value / cart.count > 2 | cart.count | > 2",
        "vip && cart.value > cart.count | cart.count | > cart.count",
        "vip && interest(city) > 0.1 | city | > 10 %",
        "vip && interest('toys') > 0.1 | interest('toys') | > 10 %",
        "vip && tier in ['gold'] | tier | in ['gold']",
        "vip && (vip ? cart.count : cart.value) > 1 | cart.count | > 1",
        "vip && (tester ? 1 : 2) > 1 | tester | > 1",
        "(vip ? tester : vip) | tester | == true",
        "(tester ? vip : vip) | tester | == true",
        "vip && (vip ? tester : vip) == !tester | tester | == !tester",
        "vip && cart.value / orders.count > 1 | cart.value / orders.count | > 1",
      })
  void theFailureNamesWhatIsUnknown(String text, String subject, String demand) {
    var view = Shop.view("vip", true, "cart.value", 5, "orders.count", 0);

    assertThat(Shop.condition(text).failure(view))
        .contains(new Finding(subject, "unknown", demand, Truth.UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(cart.value + 1) * 2 - cart.count",
        "cart.value - (cart.count - 1)",
        "-(cart.value + 1) / cart.count",
        "vip && tester ? 1 : cart.value",
        "(vip || !tester) && tier == 'a' ? 1 : 0",
        "known(tier) && !known(city) && true ? 1 : 0",
        "(vip ? tester : vip) || vip ? 1 : 0",
        "tier == \"it's\" ? 1 : 0",
      })
  void sumsAreShownAsTheyWereWritten(String text) {
    // A text that is shown means what it meant: it reads the same when it is compiled again.
    String subject = subject("(" + text + ") > -1");

    assertThat(subject("(" + subject + ") > -1")).isEqualTo(subject);
    if (!text.contains("true")) {
      assertThat(subject).isEqualTo(text);
    }
  }

  private static String subject(String text) {
    return Shop.condition(text).findings(Shop.view()).get(0).subject();
  }

  @Test
  void listsWhatItNames() {
    var condition = Shop.condition("tier == 'a' || interest(city) > 1 || known(vip) || tier == ''");

    assertThat(condition.variables()).containsExactly("city", "tier", "vip");
    assertThat(condition.functions()).containsExactly("interest");
    assertThat(condition.source()).startsWith("tier == 'a'").isEqualTo(condition.toString());
  }

  @Test
  void aFixedTruthIsAFindingOfItsOwn() {
    assertThat(Shop.condition("!true").failure(Shop.view()))
        .contains(new Finding("false", "false", "== true", Truth.FAILS));
  }
}
