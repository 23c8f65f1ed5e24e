package io.kairos.torture.bugs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes one mistake after the other in a copy of the project, and runs the test that must find it.
 * {@code -Dkairos.bugs=WORD} takes those only whose description holds the word.
 */
class SeededBugsLongIT {
  private static final Path REPORT = Path.of("target", "seeded-bugs.md");
  private static final String CHOSEN = System.getProperty("kairos.bugs", "");

  @TempDir private Path folder;

  @Test
  void everyMistakeMakesItsTestFail() throws Exception {
    assumeTrue(
        Boolean.getBoolean("kairos.long") || !CHOSEN.isEmpty(), "only with -Plong, for minutes");
    ProjectCopy copy = ProjectCopy.of(SeededBugs.ROOT, folder);
    List<String> missed = new ArrayList<>();
    List<String> rows = new ArrayList<>(List.of("| Mistake | Test | |", "| --- | --- | --- |"));
    for (SeededBug bug : SeededBugs.all()) {
      if (bug.bug().contains(CHOSEN)) {
        String outcome = copy.outcome(bug);
        String row = "| %s | `%s` | %s |".formatted(bug.bug(), bug.test(), outcome);
        System.out.println(row);
        rows.add(row);
        Files.write(REPORT, rows);
        if (!outcome.equals(ProjectCopy.FOUND)) {
          missed.add(row);
        }
      }
    }
    assertThat(rows).hasSizeGreaterThan(2);
    assertThat(missed).isEmpty();
  }
}
