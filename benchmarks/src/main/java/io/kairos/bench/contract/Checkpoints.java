package io.kairos.bench.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The checkpoints that a job has completed, the latest last: of the last {@value #REMEMBERED} that
 * it began.
 */
public record Checkpoints(List<Checkpoint> completed) {
  /** Where a contender leaves them, beside its state. */
  public static final String FILE = "checkpoints.csv";

  /** How many checkpoints Flink is told to remember. */
  static final int REMEMBERED = 10_000;

  /** As Flink tells them, also after the job's end. */
  static Checkpoints of(JobStatistics job) throws IOException, InterruptedException {
    List<JsonNode> known = new ArrayList<>();
    job.get("checkpoints").path("history").forEach(known::add);
    known.sort(Comparator.comparingLong(checkpoint -> checkpoint.path("id").asLong()));
    List<Checkpoint> completed = new ArrayList<>();
    for (JsonNode checkpoint : known) {
      if (checkpoint.path("status").asText().equals("COMPLETED")) {
        completed.add(read(checkpoint, subtasks(job, checkpoint.path("id").asLong())));
      }
    }
    return new Checkpoints(completed);
  }

  private static List<JsonNode> subtasks(JobStatistics job, long id)
      throws IOException, InterruptedException {
    String place = "checkpoints/details/" + id;
    List<String> vertices = new ArrayList<>();
    job.get(place).path("tasks").fieldNames().forEachRemaining(vertices::add);
    List<JsonNode> subtasks = new ArrayList<>();
    for (String vertex : vertices) {
      job.get(place + "/subtasks/" + vertex).path("subtasks").forEach(subtasks::add);
    }
    return subtasks;
  }

  /**
   * @param subtasks what each said of it; a subtask that was done before has nothing to say
   */
  static Checkpoint read(JsonNode checkpoint, List<JsonNode> subtasks) {
    long sync = 0;
    long pause = 0;
    for (JsonNode subtask : subtasks) {
      JsonNode parts = subtask.path("checkpoint");
      sync = Math.max(sync, parts.path("sync").asLong());
      pause =
          Math.max(
              pause,
              subtask.path("end_to_end_duration").asLong()
                  - Math.max(0, subtask.path("start_delay").asLong())
                  - Math.max(0, parts.path("async").asLong()));
    }
    return new Checkpoint(
        checkpoint.path("end_to_end_duration").asLong(),
        sync,
        pause,
        checkpoint.path("checkpointed_size").asLong(),
        checkpoint.path("state_size").asLong());
  }

  void writeTo(Path file) throws IOException {
    Files.write(file, completed.stream().map(Checkpoint::line).toList());
  }

  /** Reads what a contender has left. */
  public static Checkpoints read(Path file) throws IOException {
    return new Checkpoints(Files.readAllLines(file).stream().map(Checkpoint::of).toList());
  }
}
