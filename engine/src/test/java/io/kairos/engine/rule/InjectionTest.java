package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules/injections.yaml lists is refused with the sentence that stands there. */
class InjectionTest {

  /**
   * One attempt.
   *
   * @param file the rule file that holds it
   */
  record Attempt(String text, String file, String refused) {
    static Attempt of(Map<String, String> keys) {
      return keys.containsKey("when")
          ? of(keys.get("when"), "{when: " + quoted(keys.get("when")) + ", " + SEND + "}", keys)
          : keys.containsKey("key")
              ? of(keys.get("key"), "{" + keys.get("key") + "}", keys)
              : new Attempt(keys.get("file"), keys.get("file"), keys.get("refused"));
    }

    private static Attempt of(String text, String rule, Map<String, String> keys) {
      String file =
          "delivery: {channels: [push]}\ntiers: [{id: gold, monthlyAverage: 1}]\nrules: ["
              + rule.replaceFirst("\\{", "{id: r, event: view, ")
              + "]";
      return new Attempt(text, file, keys.get("refused"));
    }

    private static String quoted(String text) {
      return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final String SEND = "send: {channel: push, template: t}";

  @SuppressWarnings("unchecked") // a list of maps of texts, as the head of the file says
  static Stream<Attempt> attempts() {
    List<Map<String, String>> all =
        (List<Map<String, String>>) Example.load(Example.resource("/rules/injections.yaml"));
    return all.stream().map(Attempt::of);
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void isRefused(Attempt attempt) {
    assertThatThrownBy(() -> RuleFile.parse(attempt.file(), "CNY"))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining(attempt.refused());
    assertThat(System.getProperty(Trap.SPRUNG)).isNull();
  }

  @Test
  void theRuleThatTheyAreTriedInIsRightOtherwise() {
    Attempt harmless = Attempt.of(Map.of("when", "tier == 'gold'", "refused", ""));

    assertThat(RuleFile.parse(harmless.file(), "CNY").rules()).containsKey("r");
  }
}
