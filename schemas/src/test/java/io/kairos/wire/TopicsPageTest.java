package io.kairos.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page is what the schemas say; {@code -Dkairos.docs=write} writes it anew. */
class TopicsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "topics.md");

  @Test
  void pageIsWhatTheSchemasSay() throws IOException {
    if ("write".equals(System.getProperty("kairos.docs"))) {
      Files.writeString(PAGE, TopicsPage.text());
    }
    assertThat(PAGE)
        .as("To write it anew: ./mvnw -pl schemas test -Dkairos.docs=write")
        .hasContent(TopicsPage.text());
  }
}
