package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kairos.engine.predict.ModelFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the docs tell to write can be read. */
class ExamplesTest {
  static List<Example> examples() {
    return Example.ofTheDocs();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void canBeRead(Example example) {
    assertThatCode(() -> read(example)).doesNotThrowAnyException();
  }

  private static void read(Example example) {
    if (example.isOfAModel()) {
      ModelFile.parse(example.text());
    } else {
      RuleFile.parse(example.fileAmongDefaults(), "CNY");
    }
  }

  @Test
  void areTenRecipesOrMore() {
    assertThat(examples())
        .filteredOn(e -> e.place().startsWith("recipes.md"))
        .hasSizeGreaterThan(9);
  }
}
