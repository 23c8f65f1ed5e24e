package io.kairos.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the page about metrics says there is, and what a running job shows. */
final class MetricsPage {
  private static final Path PAGE = Path.of("..", "docs", "metrics.md");

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern OURS =
      Pattern.compile("flink_taskmanager_job_task_operator_kairos_(\\w+?)(_count)?\\{(.*)\\} .*");
  private static final Pattern OPERATOR = Pattern.compile("operator_name=\"([^\"]+)\"");
  private static final Pattern FLINKS = Pattern.compile("`(?:flink|\\.\\.\\.)(_\\w+)`");

  private MetricsPage() {}

  /** Operator and name of every metric of ours on the page, as Prometheus has them. */
  static Set<String> documented() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(PAGE)) {
      String[] cells = line.split("\\|");
      if (cells.length == 5 && cells[2].matches(" `(Source: )?kairos-.*")) {
        List<String> parts = new ArrayList<>(quoted(cells[3]));
        parts.addAll(quoted(cells[1]));
        quoted(cells[2]).forEach(operator -> names.add(operator + " " + String.join("_", parts)));
      }
    }
    return names;
  }

  private static List<String> quoted(String cell) {
    return QUOTED.matcher(cell).results().map(quoted -> quoted.group(1)).toList();
  }

  /** The same of every sample that a job shows. */
  static Set<String> shown(List<String> samples) {
    Set<String> names = new TreeSet<>();
    for (String sample : samples) {
      OURS.matcher(sample)
          .results()
          .map(ours -> operator(ours.group(3)) + " " + ours.group(1))
          .forEach(names::add);
    }
    return names;
  }

  private static String operator(String labels) {
    return OPERATOR.matcher(labels).results().findFirst().map(found -> found.group(1)).orElse("?");
  }

  /** What the names of Flink's own metrics on the page end with. */
  static List<String> endingsOfFlinks() throws IOException {
    return FLINKS.matcher(Files.readString(PAGE)).results().map(name -> name.group(1)).toList();
  }
}
