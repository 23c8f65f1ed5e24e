package io.kairos.torture.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Flink's REST interface, at whichever JobManager answers. */
final class JobRest {
  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final List<JobManager> masters;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(WITHIN).build();

  JobRest(List<JobManager> masters) {
    this.masters = masters;
  }

  /** The id of the job in a state such as RUNNING; empty if there is none or nobody answers. */
  Optional<String> job(String state) throws InterruptedException {
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("state").asText().equals(state)) {
        return Optional.of(job.path("jid").asText());
      }
    }
    return Optional.empty();
  }

  /**
   * Stops the job with a savepoint, without draining it.
   *
   * @return the savepoint's path
   * @throws IOException if the job is not there, or does not stop
   */
  String stopWithSavepoint(String job, String folder, Duration atMost)
      throws IOException, InterruptedException {
    String asked = json.writeValueAsString(Map.of("targetDirectory", folder, "drain", false));
    String request =
        send("POST", "/jobs/" + job + "/stop", BodyPublishers.ofString(asked))
            .path("request-id")
            .asText();
    long giveUp = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < giveUp) {
      JsonNode answer = get("/jobs/" + job + "/savepoints/" + request);
      if (answer.at("/status/id").asText().equals("COMPLETED")) {
        JsonNode location = answer.at("/operation/location");
        if (location.isTextual()) {
          return location.asText();
        }
        throw new IOException("no savepoint: " + answer.at("/operation/failure-cause/stack-trace"));
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
    }
    throw new IOException("no savepoint within " + atMost.toSeconds() + " s");
  }

  /** Asks the job to end as it is. */
  void cancel(String job) throws InterruptedException {
    send("PATCH", "/jobs/" + job + "?mode=cancel", BodyPublishers.noBody());
  }

  private JsonNode get(String path) throws InterruptedException {
    return send("GET", path, BodyPublishers.noBody());
  }

  /** The answer of the first that has one; a missing node if none has. */
  private JsonNode send(String method, String path, BodyPublisher body)
      throws InterruptedException {
    for (JobManager master : masters) {
      if (master.daemon().isAlive()) {
        JsonNode answer = ask(method, master.rest().resolve(path), body);
        if (!answer.isMissingNode()) {
          return answer;
        }
      }
    }
    return MissingNode.getInstance();
  }

  private JsonNode ask(String method, URI uri, BodyPublisher body) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(WITHIN)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return response.statusCode() / 100 == 2
          ? json.readTree(response.body())
          : MissingNode.getInstance();
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
