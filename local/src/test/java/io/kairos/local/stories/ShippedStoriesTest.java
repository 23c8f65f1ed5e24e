package io.kairos.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stories that ship with the default rules. */
final class ShippedStoriesTest {
  private static final Path FOLDER = Path.of("..", "docs", "stories");

  static List<Path> files() {
    return shipped().stream().map(StoryFile::path).toList();
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
        shipped().stream()
            .flatMap(file -> file.stories().stream())
            .flatMap(story -> story.expected().stream())
            .filter(Sending.class::isInstance)
            .map(sending -> ((Sending) sending).subject().rule())
            .toList();
    assertThat(told).containsAll(RuleFile.defaults(Shop.DEFAULT.currency()).rules().keySet());
  }

  /** The default file names no places, so the stories of that rule have a file with one. */
  @Test
  void tellOfPlaceAndTimeAsItIsInTheDefaultFile() throws IOException {
    String withPlace = Files.readString(FOLDER.resolve("place-and-time.rules.yaml"));
    String rule =
        withPlace.substring(withPlace.indexOf("  - id:"), withPlace.indexOf("\ntables:")).strip();
    assertThat(RuleFile.defaultText()).contains(rule);
  }

  private static List<StoryFile> shipped() {
    return new StoryFiles(Optional.empty()).read(List.of(FOLDER));
  }
}
