package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the schema of the rule file lets pass, and what it refuses and where. */
class RuleSchemaTest {
  private static final RuleSchema SCHEMA = new RuleSchema();

  static List<Example> examples() {
    return Example.ofTheDocs().stream().filter(e -> !e.isOfAModel()).toList();
  }

  @Test
  void letsTheDefaultFilePass() {
    assertThat(SCHEMA.complaints(Example.load(Example.defaultFile()))).isEmpty();
  }

  @Test
  void letsAFilePassThatUsesEveryCornerOfTheGrammar() {
    assertThat(SCHEMA.complaints(Example.load(Example.resource("/rules/ten-rules.yaml"))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void letsTheExamplesOfTheDocsPass(Example example) {
    assertThat(SCHEMA.complaints(example.file())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          event: veiw | x
          """)
  void refusesARuleThatSays(String keys, String complaint) {
    assertThat(SCHEMA.complaints(Map.of("rules", List.of(rule(keys))))).isEqualTo(complaint);
  }

  private static Map<String, Object> rule(String keys) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", "example");
    rule.put("event", "view");
    rule.put("send", Map.of("channel", "push", "template", "hello"));
    ((Map<?, ?>) Example.load(keys)).forEach((key, value) -> rule.put((String) key, value));
    rule.values().removeIf(value -> value == null);
    return rule;
  }
}
