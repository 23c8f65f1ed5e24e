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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Flink's REST interface, at whichever JobManager answers. A call without an answer is no error:
 * who needs one asks again.
 */
final class JobRest {
  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final int TOLD_CHARACTERS = 300;

  private final Supplier<List<URI>> masters;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(WITHIN).build();
  private String trouble = "no JobManager lives";

  /**
   * One that asks nobody yet.
   *
   * @param masters where the JobManagers answer that live at the time
   */
  JobRest(Supplier<List<URI>> masters) {
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

  /** The tasks of a job; empty if it is not there or not all of them are told. */
  Optional<Tasks> tasks(String job) throws InterruptedException {
    Set<Task> tasks = new HashSet<>();
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      String id = vertex.path("id").asText();
      JsonNode subtasks = get("/jobs/" + job + "/vertices/" + id).path("subtasks");
      if (subtasks.size() != vertex.path("parallelism").asInt()) {
        return Optional.empty();
      }
      subtasks.forEach(subtask -> tasks.add(task(id, subtask)));
    }
    return tasks.isEmpty() ? Optional.empty() : Optional.of(new Tasks(job, Set.copyOf(tasks)));
  }

  private static Task task(String vertex, JsonNode subtask) {
    return new Task(
        vertex,
        subtask.path("subtask").asInt(),
        subtask.path("attempt").asInt(),
        subtask.path("start-time").asLong(),
        subtask.path("status").asText(),
        subtask.path("taskmanager-id").asText());
  }

  /** Asks the job to end as it is; whether that was taken. */
  boolean cancel(String job) throws InterruptedException {
    return !send("PATCH", "/jobs/" + job + "?mode=cancel", BodyPublishers.noBody()).isMissingNode();
  }

  /** Whether a request was taken. */
  boolean post(String path, JsonNode body) throws InterruptedException {
    return !send("POST", path, BodyPublishers.ofString(body.toString())).isMissingNode();
  }

  /** The answer of the first that has one; a missing node if none has. */
  JsonNode get(String path) throws InterruptedException {
    return send("GET", path, BodyPublishers.noBody());
  }

  /** Why the last call without an answer had none. */
  String trouble() {
    return trouble;
  }

  private JsonNode send(String method, String path, BodyPublisher body)
      throws InterruptedException {
    for (URI master : masters.get()) {
      JsonNode answer = ask(method, master.resolve(path), body);
      if (!answer.isMissingNode()) {
        return answer;
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
      if (response.statusCode() / 100 == 2) {
        return json.readTree(response.body());
      }
      trouble = told(method, uri, response.statusCode() + " " + text(response.body()));
    } catch (IOException e) {
      trouble = told(method, uri, e.toString());
    }
    return MissingNode.getInstance();
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String told(String method, URI uri, String what) {
    String whole = method + " " + uri + ": " + what;
    return whole.substring(0, Math.min(whole.length(), TOLD_CHARACTERS));
  }
}
