package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.segment.Segment;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page of rules is kept by hand; what it says of the default stages and segments is checked.
 */
class RulesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "rules.md");

  static List<Segment> declared() {
    var set = RuleFile.defaults("CNY").segments();
    return Stream.concat(set.stages().stream(), set.segments().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("declared")
  void defaultStageOrSegmentStandsThereWithItsCondition(Segment segment) {
    assertThat(PAGE).content().contains("| `%s` | %s |\n".formatted(segment.name(), when(segment)));
  }

  private static String when(Segment segment) {
    return segment.when() == null
        ? "everyone else"
        : "`" + segment.when().source().strip().replaceAll("\\s+", " ").replace("|", "\\|") + "`";
  }
}
