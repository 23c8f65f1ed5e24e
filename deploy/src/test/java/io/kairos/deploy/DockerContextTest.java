package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the images are built from. */
class DockerContextTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

  @Test
  void holdsThePomOfEveryModule() throws IOException {
    List<String> let = Files.readAllLines(ROOT.resolve(".dockerignore"));
    assertThat(modules())
        .isNotEmpty()
        .allSatisfy(module -> assertThat(waysIn(module)).containsAnyElementsOf(let));
  }

  private static List<String> modules() throws IOException {
    return MODULE
        .matcher(Files.readString(ROOT.resolve("pom.xml")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  /** The module's folder, one above it, or the pom alone. */
  private static List<String> waysIn(String module) {
    return Stream.concat(
            Stream.iterate(Path.of(module), folder -> folder != null, Path::getParent),
            Stream.of(Path.of(module, "pom.xml")))
        .map(path -> "!" + path)
        .toList();
  }
}
