package io.kairos.local.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoryFilesTest {
  private static final String STORY =
      """
      stories:
        - story: s
          given: [2026-03-10 10:00 like]
          expect: [10:10 push liked from series/soon]
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeRules() throws IOException {
    Files.writeString(folder.resolve("my-rules.yaml"), Told.RULES);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<StoryFile> read(Path... paths) {
    return new StoryFiles(Optional.empty()).read(List.of(paths));
  }

  @Test
  void aFileNamesItsRulesFromWhereItLies() throws IOException {
    Path file = file("a.yaml", "rules: my-rules.yaml\n" + STORY);
    assertThat(read(file).get(0).rules().rules()).containsKey("series");
  }

  @Test
  void theShopHasItsOwnMoneyAndClock() throws IOException {
    String shop = "shop: {currency: JPY, timeZone: Asia/Tokyo}\n";
    Path file = file("a.yaml", "rules: my-rules.yaml\n" + shop + STORY);
    assertThat(read(file).get(0).shop().currency()).isEqualTo("JPY");
    assertThat(read(file).get(0).stories().get(0).times().zone().getId()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void ofAFolderTheFilesOfStoriesAreRead() throws IOException {
    file("b.yml", "rules: my-rules.yaml\n" + STORY);
    file("a.yaml", "rules: my-rules.yaml\n" + STORY);
    file("notes.txt", STORY);
    assertThat(read(folder))
        .extracting(file -> file.path().getFileName().toString())
        .containsExactly("a.yaml", "b.yml");
  }

  @Test
  void aFolderWithoutStoriesIsAnError() {
    assertThatThrownBy(() -> read(folder)).hasMessageContaining("no file of stories");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|the file is empty",
        "'stories: []\nstory: x'|2:1: there is no key 'story'",
        "'stories: {}'|1:10: a list belongs here",
        "'shop: {currency: XYZ1}\nstories: []'|1:18: there is no currency 'XYZ1'",
        "'shop: {timeZone: Mars}\nstories: []'|1:18: there is no such time zone",
        "'stories:\n  - given: []'|2:5: 'story:' is missing here",
        "'stories:\n  - {story: s, given: [], expect: []}'|2:23: a story needs at least one event",
        "'stories: ['|no YAML"
      })
  void saysWhatIsWrongWithTheWhole(String text, String complaint) throws IOException {
    Path file = file("a.yaml", text);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void wrongRulesAreAnErrorOfTheirFile() throws IOException {
    file("my-rules.yaml", "rules: [{id: X}]");
    Path file = file("a.yaml", "rules: my-rules.yaml\n" + STORY);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("my-rules.yaml: line 1, column 14: rule 'X', key 'id'");
  }

  @Test
  void aFileThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> read(folder.resolve("none.yaml")))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("none.yaml: give the path");
  }
}
