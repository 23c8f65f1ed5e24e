package io.kairos.local.job;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.apache.flink.api.common.JobID;

/** All that Flink's web interface tells of a job and its cluster. */
final class WebTour {
  private static final List<String> OF_CLUSTER =
      List.of("/config", "/jobmanager/config", "/jobmanager/environment", "/overview");
  private static final List<String> OF_JOB =
      List.of(
          "",
          "/config",
          "/jobmanager/config",
          "/plan",
          "/exceptions",
          "/checkpoints",
          "/checkpoints/config",
          "/accumulators");

  private WebTour() {}

  static String of(URI address, JobID job) throws IOException, InterruptedException {
    StringBuilder told = new StringBuilder();
    for (String page : OF_CLUSTER) {
      told.append(get(address.resolve(page)));
    }
    for (String page : OF_JOB) {
      told.append(get(address.resolve("/jobs/" + job + page)));
    }
    return told.toString();
  }

  private static String get(URI page) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
        .body();
  }
}
