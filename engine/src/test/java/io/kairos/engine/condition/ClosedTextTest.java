package io.kairos.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is one of a few is compared with no other. */
class ClosedTextTest {
  private static final ConditionCompiler<Map<String, Object>> COMPILER =
      new ConditionCompiler<>(
          Shop.VOCABULARY.with(
              List.of(
                  text("size").among(List.of("small", "medium", "large")),
                  text("shelf").among(List.of()))));

  private static Variable<Map<String, Object>> text(String name) {
    return Variable.text(name, view -> (String) view.get(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size == 'larg'               | 9  | size is never 'larg'; did you mean 'large'?",
        "size != 'Small'              | 9  | size is never 'Small'; did you mean 'small'?",
        "vip && \"midium\" == size    | 8  | size is never 'midium'; did you mean 'medium'?",
        "size in ['small', 'larqe']   | 19 | size is never 'larqe'; did you mean 'large'?",
        "!(size in ['huge'])          | 12 | size is never 'huge'; it is one of: small, medium,"
            + " large",
        "\"tiny\" in [city, size]     | 1  | size is never 'tiny'; it is one of: small, medium,"
            + " large",
        "size == ''                   | 9  | size is never ''; it is one of: small, medium, large",
        "shelf == 'top'               | 10 | shelf is never 'top'; none is declared",
      })
  void isNeverAnother(String text, int column, String message) {
    ConditionException refused =
        catchThrowableOfType(ConditionException.class, () -> COMPILER.condition(text.strip()));

    assertThat(refused).as(text).isNotNull();
    assertThat(refused).hasMessage(message);
    assertThat(refused.column()).isEqualTo(column);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size == 'small' || 'large' != size",
        "size in ['medium', city]",
        "size == city",
        "size == (vip ? 'huge' : 'tiny')",
        "city == 'larg'",
        "shelf == size",
      })
  void isComparedWithItsOwnAndWithWhatMayBeThem(String text) {
    assertThat(COMPILER.condition(text).source()).isEqualTo(text);
  }

  @Test
  void isKnownWhereItIsNotTheEmptyText() {
    assertThat(COMPILER.condition("size != ''").test(Shop.view("size", "small")))
        .isEqualTo(Truth.HOLDS);
    assertThat(COMPILER.condition("size != ''").test(Shop.view())).isEqualTo(Truth.UNKNOWN);
  }
}
