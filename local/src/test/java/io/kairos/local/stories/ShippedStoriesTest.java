package io.kairos.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stories that ship with the default rules. */
final class ShippedStoriesTest {
  private static final Path FOLDER = Path.of("..", "docs", "stories");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void comeOutAsTheyExpect(Path file) {
    StoryReport report = new StoryCheck(List.of(file), Optional.empty()).run();
    assertThat(report.passed())
        .withFailMessage(() -> String.join("\n", report.lines(StoryReport.Detail.TIMELINE)))
        .isTrue();
  }

  @Test
  void tellOfEveryDefaultRule() {
    List<String> told =
        new StoryFiles(Optional.empty())
            .read(List.of(FOLDER)).stream()
                .flatMap(file -> file.stories().stream())
                .flatMap(story -> story.expected().stream())
                .filter(Sending.class::isInstance)
                .map(sending -> ((Sending) sending).subject().rule())
                .toList();
    assertThat(told).containsAll(RuleFile.defaults(Shop.DEFAULT.currency()).rules().keySet());
  }
}
