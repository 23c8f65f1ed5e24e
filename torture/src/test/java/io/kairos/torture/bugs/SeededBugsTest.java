package io.kairos.torture.bugs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of mistakes still fits the code. Whether the tests find them, the long build tells. */
class SeededBugsTest {
  private static final int LEAST = 30;

  @Test
  void thereAreEnough() throws IOException {
    assertThat(SeededBugs.all()).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(SeededBugs.all()).extracting(SeededBug::bug).doesNotHaveDuplicates();
  }

  static List<SeededBug> all() throws IOException {
    return SeededBugs.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasItsPlaceAndItsTest(SeededBug bug) throws IOException {
    assertThat(bug.places(SeededBugs.ROOT)).as("places of %s", bug.find()).isEqualTo(1);
    assertThat(bug.put()).isNotEqualTo(bug.find());
    Path tests = SeededBugs.ROOT.resolve(bug.module()).resolve("src/test/java");
    try (Stream<Path> files = Files.walk(tests)) {
      assertThat(files)
          .anyMatch(file -> file.getFileName().toString().equals(bug.test() + ".java"));
    }
  }
}
