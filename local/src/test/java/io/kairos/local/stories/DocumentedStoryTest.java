package io.kairos.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentedStoryTest {
  private static final Path PAGE = Path.of("..", "docs", "trying-rules.md");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(rules:.*?)```", Pattern.DOTALL);

  private static final String RULES =
      """
      rules:
        - id: cart-abandon
          event: cart.added
          per: cart
          after: 1h
          send: {channel: push, template: cart-reminder}
        - id: dormancy
          becomes: activity.idleDays >= 30
          send: {channel: sms, template: we-miss-you}
      """;

  @TempDir private Path folder;

  @Test
  void theExampleOfThePageComesTrue() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
    assertThat(example.find()).isTrue();
    Path file = Files.writeString(folder.resolve("story.yaml"), example.group(1));
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
    StoryReport report = new StoryCheck(List.of(file), Optional.of(rules)).run();
    assertThat(report.lines(StoryReport.Detail.TIMELINE)).endsWith("1 story came out as expected");
  }
}
