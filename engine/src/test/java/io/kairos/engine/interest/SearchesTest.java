package io.kairos.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form in which queries are kept. */
class SearchesTest {

  @ParameterizedTest
  @CsvSource({
    "'tea', 'tea'",
    "'green tea 2', 'green tea 2'",
    "'Green Tea', 'green tea'",
    "'green  tea', 'green tea'",
    "' tea', 'tea'",
    "'tea ', 'tea'",
    "'ＴＥＡ', 'tea'",
    "'', ''",
    "'a tea of thirty-two letters withou', 'a tea of thirty-two letters with'",
    "'a tea of thirty two letters with', 'a tea of thirty two letters with'",
    "'a tea of thirty one letters with x', 'a tea of thirty one letters with'",
  })
  void keepsAQueryInOneForm(String typed, String kept) {
    assertThat(Searches.normalised(typed)).isEqualTo(kept);
    assertThat(Searches.normalised(kept)).as("once more").isEqualTo(kept);
  }
}
