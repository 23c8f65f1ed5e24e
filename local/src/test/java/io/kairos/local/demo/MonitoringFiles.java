package io.kairos.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is asked of Prometheus by the files that are deployed beside the job. */
final class MonitoringFiles {
  static final Path ALERTS = Path.of("..", "deploy", "monitoring", "prometheus", "alerts.yml");

  private static final Path DASHBOARDS =
      Path.of("..", "deploy", "monitoring", "grafana", "dashboards");
  private static final Pattern SELECTOR = Pattern.compile("flink_\\w+(\\{[^}]*\\})?");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(?!datasource)\\w+");

  /**
   * A query of a panel, with Grafana's variables filled in.
   *
   * @param panel dashboard and title, for people
   */
  record Query(String panel, String text) {}

  private MonitoringFiles() {}

  /** Every query of a dashboard, such as "marketing". */
  static List<Query> queries(String dashboard) throws IOException {
    List<Query> queries = new ArrayList<>();
    JsonNode page = new ObjectMapper().readTree(DASHBOARDS.resolve(dashboard + ".json").toFile());
    for (JsonNode panel : page.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        String title = dashboard + ", " + panel.path("title").asText();
        queries.add(new Query(title, filledIn(target.path("expr").asText())));
      }
    }
    return queries;
  }

  private static String filledIn(String query) {
    String filled = query.replace("$__rate_interval", "10s").replace("$__range", "1m");
    if (VARIABLE.matcher(filled).find()) {
      throw new IllegalArgumentException("a variable that nobody fills in: " + query);
    }
    return filled;
  }

  /** Every metric of the alerts, with the labels that are asked for. */
  static List<String> selectorsOfAlerts() throws IOException {
    return SELECTOR
        .matcher(Files.readString(ALERTS))
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }
}
