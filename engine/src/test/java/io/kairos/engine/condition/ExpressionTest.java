package io.kairos.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final Map<String, Object> VIEW =
      Shop.view("cart.value", 12.5, "cart.count", 3, "tier", "gold", "vip", true);

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "tier | gold",
        "cart.value | 12.50 CNY",
        "cart.value * 2 | 25",
        "cart.count / 0.7 | 4.28571428571429",
        "0.1 + 0.2 | 0.3",
        "vip | true",
        "!vip | false",
        "vip ? 'yes' : 'no' | yes",
        "vip ? cart.count : 0 | 3",
        "lookup(tier, 2, false) | gold2",
        "'as it is' | as it is",
        "1000000 * 1000000 * 1000000 | 1000000000000000000",
      })
  void showsItsValue(String text, String shown) {
    assertThat(Shop.COMPILER.expression(text).show(VIEW)).contains(shown);
  }

  @Test
  void answersInItsOwnType() {
    assertThat(Shop.COMPILER.expression("cart.count + 1").number(VIEW)).isEqualTo(4);
    assertThat(Shop.COMPILER.expression("tier").text(VIEW)).isEqualTo("gold");
    assertThat(Shop.COMPILER.expression("vip && cart.count > 2").flag(VIEW)).isEqualTo(Truth.HOLDS);
    assertThat(Shop.COMPILER.expression("tier").type()).isEqualTo(Type.TEXT);
  }

  @Test
  void isEmptyWhereItIsUnknown() {
    assertThat(Shop.COMPILER.expression("city").show(VIEW)).isEmpty();
    assertThat(Shop.COMPILER.expression("orders.count + 1").show(VIEW)).isEmpty();
    assertThat(Shop.COMPILER.expression("tester").show(VIEW)).isEmpty();
    assertThat(Shop.COMPILER.expression("tester ? 'a' : 'b'").show(VIEW)).isEmpty();
  }

  @Test
  void listsWhatItNames() {
    var expression = Shop.COMPILER.expression("interest(tier) + cart.value");

    assertThat(expression.variables()).containsExactly("cart.value", "tier");
    assertThat(expression.functions()).containsExactly("interest");
    assertThat(expression.source()).isEqualTo(expression.toString());
  }
}
