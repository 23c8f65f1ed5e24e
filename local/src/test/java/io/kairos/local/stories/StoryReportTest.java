package io.kairos.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StoryReportTest {
  private static final String TWO =
      """
      stories:
        - story: comes true
          given: [2026-03-10 10:00 like]
          expect: [10:10 push liked from series/soon]
        - story: does not
          given: [2026-03-10 10:00 like]
          expect: [10:11 push liked from series/soon]
      """;

  @Test
  void hasOneLineForAStoryAndSaysWhatFailed() {
    List<String> lines = Told.report(TWO).lines(StoryReport.Detail.VERDICT);
    assertThat(lines.subList(1, lines.size()))
        .containsExactly(
            "  ✓ comes true",
            "  ✗ does not",
            "      expected  2026-03-10 10:11  push liked from series/soon",
            "      at        " + lines.get(0) + ":7:14",
            "      but       2026-03-10 10:10  push liked from series/soon, 1 min earlier",
            "",
            "2 stories: 1 as expected, 1 failed");
    assertThat(Told.report(TWO).passed()).isFalse();
  }

  @Test
  void showsWhatHappenedOnRequest() {
    List<String> lines = Told.report(TWO).lines(StoryReport.Detail.TIMELINE);
    assertThat(lines)
        .contains("      2026-03-10 10:00    like")
        .anySatisfy(
            line -> assertThat(line).contains("2026-03-10 10:10  > push liked from series/soon. "))
        .anySatisfy(line -> assertThat(line).contains("x stopped by consent from series/later"));
  }

  @Test
  void keepsFromTheTerminalWhatAFileMayHold() {
    StoryReport report = Told.report(TWO.replace("does not", "\"does\\e[2J not\""));

    assertThat(report.lines(StoryReport.Detail.TIMELINE)).contains("  ✗ does [2J not");
  }

  @Test
  void saysTheSameAsJson() throws Exception {
    JsonNode json = new ObjectMapper().readTree(Told.report(TWO).json());
    assertThat(json.path("passed").asInt()).isEqualTo(1);
    assertThat(json.path("failed").asInt()).isEqualTo(1);
    JsonNode failed = json.path("stories").path(1);
    assertThat(failed.path("story").asText()).isEqualTo("does not");
    assertThat(failed.path("line").asInt()).isEqualTo(5);
    assertThat(failed.at("/failures/0/line").asInt()).isEqualTo(7);
    assertThat(failed.at("/failures/0/instead/0").asText()).contains("1 min earlier");
  }

  @Test
  void usesWordsWhereSignsCannotBePrinted() {
    assertThat(Marks.of(StandardCharsets.US_ASCII).failed()).isEqualTo("FAILED");
    assertThat(Marks.of(StandardCharsets.UTF_8).failed()).isEqualTo("✗");
  }
}
