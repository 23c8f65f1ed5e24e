package io.kairos.flink.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.ConfigurationPage.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page is what the options say; {@code -Dkairos.docs=write} writes it anew. */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  static List<Entry> options() {
    return ConfigurationPage.entries();
  }

  @Test
  void pageIsWhatTheOptionsSay() throws IOException {
    if ("write".equals(System.getProperty("kairos.docs"))) {
      Files.writeString(PAGE, ConfigurationPage.text());
    }
    assertThat(PAGE)
        .as("To write it anew: ./mvnw -pl flink-job -am test -Dkairos.docs=write")
        .hasContent(ConfigurationPage.text());
  }

  @Test
  void keysAreUnique() {
    assertThat(options()).extracting(entry -> entry.option().key()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("options")
  void keyIsAGroupAndKebabCase(Entry entry) {
    assertThat(entry.option().key()).matches("[a-z]+(\\.[a-z]+(-[a-z]+)*)+");
  }

  @ParameterizedTest
  @MethodSource("options")
  void optionIsDescribedInASentence(Entry entry) {
    assertThat(entry.description()).isNotBlank().endsWith(".");
  }
}
