package io.kairos.torture.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A job that is to stop with a savepoint, without being drained. Flink refuses that while a task is
 * not running, and gives up a savepoint that a task declines; it is asked again then.
 */
final class StopWithSavepoint {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(1);

  private final JobRest rest;
  private final String job;
  private final String folder;
  private String trouble = "nobody answered";

  /**
   * A stop that is not asked for yet.
   *
   * @param folder takes the savepoint, as a URI
   */
  StopWithSavepoint(JobRest rest, String job, String folder) {
    this.rest = rest;
    this.job = job;
    this.folder = folder;
  }

  /**
   * Stops the job.
   *
   * @return the savepoint's path
   * @throws IOException if it has not stopped in time; says what Flink said last
   */
  String within(Duration atMost) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < giveUp) {
      Optional<String> savepoint = attempt(giveUp);
      if (savepoint.isPresent()) {
        return savepoint.get();
      }
      TimeUnit.NANOSECONDS.sleep(ASK_AGAIN_AFTER.toNanos());
    }
    throw new IOException("no savepoint within %d s: %s".formatted(atMost.toSeconds(), trouble));
  }

  /** The id is ours, so that a request without an answer can be sent again and is one request. */
  private Optional<String> attempt(long giveUp) throws InterruptedException {
    String request = UUID.randomUUID().toString().replace("-", "");
    boolean taken = false;
    while (System.nanoTime() < giveUp) {
      taken = taken || rest.post("/jobs/" + job + "/stop", asked(request));
      JsonNode answer = rest.get("/jobs/" + job + "/savepoints/" + request);
      if (answer.at("/status/id").asText().equals("COMPLETED")) {
        return location(answer);
      }
      if (!taken) {
        trouble = rest.trouble();
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
    }
    return Optional.empty();
  }

  private ObjectNode asked(String request) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("targetDirectory", folder)
        .put("drain", false)
        .put("triggerId", request);
  }

  private Optional<String> location(JsonNode answer) {
    JsonNode location = answer.at("/operation/location");
    if (location.isTextual()) {
      return Optional.of(location.asText());
    }
    trouble =
        answer.at("/operation/failure-cause/stack-trace").asText().lines().findFirst().orElse("");
    return Optional.empty();
  }
}
