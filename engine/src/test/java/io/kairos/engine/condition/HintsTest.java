package io.kairos.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write by habit, and what they are told. */
class HintsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "vip and tester | 5 | write && instead of 'and'",
        "vip OR tester | 5 | write || instead of 'or'",
        "not vip | 1 | write ! instead of 'not'",
        "tier not in ['gold'] | 6 | write !(x in [...]) for 'not in', and ! before anything else",
        "tier = 'gold' | 6 | write == instead of '='",
        "tier === 'gold' | 6 | write == instead of '==='",
        "cart.value => 3 | 12 | write >= instead of '=>'",
        "cart.value =< 3 | 12 | write <= instead of '=<'",
        "cart.value <> 3 | 12 | write != instead of '<>'",
        "cart.value ≥ 3 | 12 | write >= instead of '≥'",
        "cart.value ＞ 3 | 12 | write > instead of the wide '＞'",
        "vip & tester | 5 | write && instead of '&'",
        "cart.value is 3 | 12 | write == instead of 'is'",
        "cart.value between 1 and 3 | 12 | write x >= 1 && x <= 5 instead of 'between'",
        "if vip then tester | 1 | a choice is written as: test ? a : b",
        "TRUE | 1 | write true instead of 'TRUE'",
        "tier == null | 9 | there is no null: ask known(x) or !known(x)",
      })
  void operatorsOfOtherLanguages(String text, int column, String message) {
    assertRefused(text, column, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "cart.value > 1,000 | 14 | write 1000 instead of '1,000'",
        "cart.value > 1_000 | 14 | write 1000 instead of '1_000'",
        "cart.value > 30% | 14 | write 0.30 instead of '30%'",
        "cart.value > 12.5% | 14 | write 0.125 instead of '12.5%'",
        "cart.value % 2 == 0 | 12 | there is no remainder here",
        "cart.value > 007 | 14 | a number does not begin with 0: 007",
        "cart.value > 30d | 14 | '30d' is no number: write digits only, and decimals after a point",
        "cart.value > 0x1F | 14 | '0x1F' is no number: write digits only, and decimals after a point",
        "cart.value > 5. | 14 | '5.' is no number: write digits only, and decimals after a point",
        "cart.value > 1234567890123456 | 14 | a number has at most 15 digits",
        "cart.value > ¥200 | 14 | write amounts without '¥', as in 200",
        "cart.value > 1, 2 | 15 | a comma stands only between arguments and in lists",
        "cart.value / 0 > 1 | 14 | this divides by zero",
        "cart.value > 1 / (2 - 2) | 19 | this divides by zero",
      })
  void numbersInOtherForms(String text, int column, String message) {
    assertRefused(text, column, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "tier == ‘gold’ | 9 | write a straight quote ' instead of ‘",
        "tier == “gold” | 9 | write a straight quote ' instead of “",
        "tier == 'gold | 9 | the text that begins here does not end: a ' is missing",
        "tier == \"gold' | 9 | the text that begins here does not end: a \" is missing",
        "tier == 'a\\n' | 11 | a text cannot contain a backslash",
        "tier == 'a' 'b' | 13 | an operator such as == or && is missing before 'b'",
        "tier == gold | 9 | no variable is called 'gold'; a text is written in quotes: 'gold'",
        "tier == 金 | 9 | names are in plain letters, and a text stands in quotes: '金'",
      })
  void quotes(String text, int column, String message) {
    assertRefused(text, column, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "cart.valeu > 3 | 1 | no variable is called 'cart.valeu'; did you mean cart.value?",
        "vip && Cart.Count > 3 | 8 | no variable is called 'Cart.Count'; did you mean cart.count?",
        "cart.age > 3 | 1 | no variable is called 'cart.age'; there are cart.count, cart.value",
        "basket.age > 3 | 1 | no variable is called 'basket.age'",
        "segmnt('student') | 1 | no function is called 'segmnt'; did you mean segment?",
        "size(tier) > 1 | 1 | no function is called 'size'; there are interest, known, lookup, segment",
        "tier.matches('a+') | 1 | no function is called 'tier.matches'; there are interest, known, lookup, segment",
        "tier() == 'a' | 1 | no function is called 'tier': it is a variable and has no arguments",
        "interest > 1 | 1 | no variable is called 'interest': it is a function and needs arguments, as in interest('...')",
        "now > 3 | 1 | there is no clock here: time comes in through variables that count, such as days since something",
      })
  void names(String text, int column, String message) {
    assertRefused(text, column, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "1 < cart.value < 5 | 1 | comparisons cannot be chained: write 1 < x && x < 5 instead of 1 < x < 5",
        "(vip == tester) < vip | 2 | comparisons cannot be chained: write 1 < x && x < 5 instead of 1 < x < 5",
        "cart.value == 'much' | 1 | cart.value is a number and 'much' is a text: they cannot be compared",
        "'50' <= cart.value | 1 | '50' is a text and cart.value is a number: they cannot be compared; write 50 without quotes",
        "tier < 'gold' | 1 | texts are compared by ==, != and in, not by <",
        "vip < tester | 1 | true and false are compared by == and !=, not by <",
        "cart.value | 1 | a condition is true or false, but this is a number: compare it, as in cart.value >= 1",
        "lookup('a', 1, vip) | 1 | a condition is true or false, but this is a text: compare it, as in lookup('a', 1, vip) == '...'",
        "vip && cart.value | 8 | cart.value is a number, and && needs true or false",
        "tier + 'a' == 'b' | 1 | tier is a text, and + needs numbers",
        "vip ? 1 : 'a' | 1 | both sides of ':' must be of one type, but 1 is a number and 'a' is a text",
        "vip in [true] | 1 | true and false are compared by == and !=, not by in",
        "tier in ['a', 1] | 15 | tier is a text and 1 is a number: they cannot be compared",
        "tier in 'abc' | 9 | a list must stand after 'in', as in x in ['a', 'b']",
        "tier in [] | 9 | the list is empty",
        "['a'] == tier | 1 | a list stands only after 'in'",
      })
  void types(String text, int column, String message) {
    assertRefused(text, column, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "segment('nobody') | 9 | no segment is called 'nobody'",
        "segment(tier) | 9 | segment takes a text that is written out here, not tier",
        "vip && segment() | 8 | segment takes 1 arguments, not 0",
        "interest(5) > 1 | 10 | interest takes a text here, but 5 is a number",
        "lookup('a', 1 - 1, vip) == 'b' | 13 | columns are counted from 1",
        "known(1) | 1 | known asks for a variable or a function, not for anything else",
        "known(cart.value + 1) | 1 | known asks for a variable or a function, not for anything else",
        "known(tier, city) | 1 | known takes one variable or function, as in known(x)",
      })
  void arguments(String text, int column, String message) {
    assertRefused(text, column, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "(vip | 1 | the bracket is not closed: ')' is missing",
        "tier in ['a' && vip | 9 | the bracket is not closed: ']' is missing",
        "(tier in ['a') | 10 | the bracket is not closed: ']' is missing",
        "vip) | 4 | ')' closes nothing",
        "vip && | 7 | a value is missing at the end",
        "vip &&& tester | 7 | a value is missing before '&'; write && instead of '&'",
        "> 3 | 1 | a value is missing before '>'",
        "vip ? tester | 5 | '?' has no ':' after it: a choice is written as test ? a : b",
        "vip : tester | 5 | ':' has no '?' before it: a choice is written as test ? a : b",
        "vip ? vip ? vip : vip : vip | 11 | a choice between '?' and ':' must stand in brackets",
        "tier[0] == 'a' | 5 | values have no elements to be taken by [...]",
        "tier . length == 1 | 6 | values have no fields; functions are called as f(x), not x.f()",
        "{'a': 1} == {} | 1 | '{' is not part of the language",
        "!-cart.value | 2 | '!' and '-' cannot follow each other",
        "vip tester | 5 | an operator such as == or && is missing before 'tester'",
        "cart.value > 5 // why | 17 | a value is missing before '/'",
        "vip\u00a0&& tester | 4 | this is no ordinary space: write a plain one",
      })
  void structure(String text, int column, String message) {
    assertRefused(text, column, message);
  }

  @Test
  void emptyTexts() {
    assertRefused("", 1, "nothing is written here");
    assertRefused("  \n", 4, "nothing is written here");
  }

  @Test
  void columnsCountCharactersNotUnits() {
    assertRefused("tier == '🎁' and vip", 13, "write && instead of 'and'");
    assertRefused("tier == '🎁' && segment('x')", 24, "no segment is called 'x'");
    assertRefused("vip &&\n  segment('x')", 18, "no segment is called 'x'");
  }

  @Test
  void charactersThatNobodySees() {
    assertRefused("vip \u0000", 5, "a control character cannot stand here");
    assertRefused("tier == 'a\ud800'", 11, "a text cannot contain control characters");
    assertRefused("tier == '\u202edlog'", 10, "a text cannot contain control characters");
  }

  @Test
  void longTexts() {
    assertRefused("vip" + " ".repeat(1998), 1, "this is longer than 2000 characters");
    assertRefused("!".repeat(21) + "vip", 21, "this is nested too deeply: at most 20 levels");
    assertRefused(
        "(".repeat(21) + "vip" + ")".repeat(21),
        21,
        "this is nested too deeply: at most 20 levels");
    assertRefused(
        "vip" + " && vip".repeat(201),
        1405,
        "this is too long: at most 200 operators and brackets");
    assertRefused(
        "cart.count in [" + "1,".repeat(100) + "1]", 15, "a list has at most 100 elements");
    assertRefused("a".repeat(65), 1, "no name is longer than 64 characters");
  }

  private static void assertRefused(String text, int column, String message) {
    ConditionException refused =
        catchThrowableOfType(ConditionException.class, () -> Shop.condition(text));

    assertThat(refused).as(text).isNotNull();
    assertThat(refused).hasMessage(message);
    assertThat(refused.column()).as(text).isEqualTo(column);
  }
}
