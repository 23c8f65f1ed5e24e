package io.kairos.torture.bugs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs each test in an untouched copy of the project, where it must pass; then makes one mistake
 * after the other, and runs the test that must find it. {@code -Dkairos.bugs=WORD} takes those only
 * whose description holds the word.
 */
class SeededBugsLongIT {
  private static final Path REPORT = Path.of("target", "seeded-bugs.md");
  private static final String CHOSEN = System.getProperty("kairos.bugs", "");

  private final List<String> rows =
      new ArrayList<>(List.of("| Mistake | Test | |", "| --- | --- | --- |"));
  private final List<String> missed = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  void everyMistakeMakesItsTestFail() throws Exception {
    assumeTrue(
        Boolean.getBoolean("kairos.long") || !CHOSEN.isEmpty(), "only with -Plong, for minutes");
    List<SeededBug> bugs =
        SeededBugs.all().stream().filter(bug -> bug.bug().contains(CHOSEN)).toList();
    ProjectCopy copy = ProjectCopy.of(SeededBugs.ROOT, folder);

    for (SeededBug bug : eachTestOnce(bugs)) {
      report("none", bug, copy.withoutMistake(bug), ProjectCopy.GREEN);
    }
    for (SeededBug bug : bugs) {
      report(bug.bug(), bug, copy.outcome(bug), ProjectCopy.FOUND);
    }

    assertThat(bugs).isNotEmpty();
    assertThat(missed).isEmpty();
  }

  private static Collection<SeededBug> eachTestOnce(List<SeededBug> bugs) {
    Map<String, SeededBug> byTest = new LinkedHashMap<>();
    bugs.forEach(bug -> byTest.putIfAbsent(bug.module() + "/" + bug.test(), bug));
    return byTest.values();
  }

  private void report(String mistake, SeededBug bug, String outcome, String wanted)
      throws IOException {
    String row = "| %s | `%s` | %s |".formatted(mistake, bug.test(), outcome);
    System.out.println(row);
    rows.add(row);
    Files.write(REPORT, rows);
    if (!outcome.equals(wanted)) {
      missed.add(row);
    }
  }
}
