package io.kairos.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a..b",
        ".a",
        "a.",
        "1a",
        "known",
        "not",
        "now",
        "event.in",
        "in.a",
        "true",
        "string",
        "a.null",
        "名"
      })
  void refusesWhatCannotBeWritten(String name) {
    assertThatThrownBy(() -> with(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + name + "' cannot be a name");
  }

  @Test
  void refusesANameThatStandsTwice() {
    assertThatThrownBy(() -> with("tier")).hasMessage("'tier' stands twice");
  }

  @Test
  void growsWithoutChanging() {
    var wider = with("event.to");

    assertThat(new ConditionCompiler<>(wider).condition("event.to == tier").variables())
        .containsExactly("event.to", "tier");
    assertThat(wider.variables()).hasSize(Shop.VOCABULARY.variables().size() + 1);
    assertThat(wider.functions()).hasSameSizeAs(Shop.VOCABULARY.functions());
    assertThat(Shop.VOCABULARY.variable("event.to")).isEmpty();
  }

  @Test
  void aVariableIsReadInItsOwnType() {
    Map<String, Object> view = Shop.view();
    Variable<Map<String, Object>> text = Shop.VOCABULARY.variable("tier").orElseThrow();
    Variable<Map<String, Object>> number = Shop.VOCABULARY.variable("cart.count").orElseThrow();

    assertThatThrownBy(() -> text.number(view)).hasMessage("tier is no number");
    assertThatThrownBy(() -> text.flag(view)).hasMessage("tier is of another type");
    assertThatThrownBy(() -> number.text(view)).hasMessage("cart.count is of another type");
    assertThat(number.moves()).isFalse();
  }

  private static Vocabulary<Map<String, Object>> with(String name) {
    return Shop.VOCABULARY.with(List.of(Variable.text(name, view -> null)));
  }
}
