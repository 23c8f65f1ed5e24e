package io.kairos.torture.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JobRestTest {
  private static final String JOB =
      """
      {"vertices":[{"id":"read","parallelism":1},{"id":"write","parallelism":2}]}
      """;

  private FakeFlink flink;

  @BeforeEach
  void open() throws IOException {
    flink = new FakeFlink();
  }

  @AfterEach
  void close() {
    flink.close();
  }

  @Test
  void tellsTheTasksOfAllVertices() throws Exception {
    flink
        .says("GET /jobs/7", JOB)
        .says("GET /jobs/7/vertices/read", subtasks(subtask(0, "RUNNING", "one")))
        .says(
            "GET /jobs/7/vertices/write",
            subtasks(subtask(0, "RUNNING", "one"), subtask(1, "DEPLOYING", "two")));

    Tasks tasks = flink.rest().tasks("7").orElseThrow();

    assertThat(tasks.all()).hasSize(3).contains(new Task("write", 1, 4, 1000, "DEPLOYING", "two"));
    assertThat(tasks.allRun()).isFalse();
    assertThat(tasks.runIn("one")).isTrue();
    assertThat(tasks.runIn("two")).isFalse();
  }

  @Test
  void tellsNothingWhereASubtaskIsMissing() throws Exception {
    flink
        .says("GET /jobs/7", JOB)
        .says("GET /jobs/7/vertices/", subtasks(subtask(0, "RUNNING", "one")));

    assertThat(flink.rest().tasks("7")).isEmpty();
  }

  @Test
  void findsTheJobInAState() throws Exception {
    flink.says("GET /jobs/overview", "{\"jobs\":[{\"jid\":\"7\",\"state\":\"RUNNING\"}]}");

    assertThat(flink.rest().job("RUNNING")).contains("7");
    assertThat(flink.rest().job("CANCELED")).isEmpty();
  }

  @Test
  void remembersWhyNobodyAnswered() throws Exception {
    JobRest rest = flink.rest();

    assertThat(rest.cancel("7")).isFalse();
    assertThat(rest.trouble()).contains("PATCH", "/jobs/7?mode=cancel", "503");
  }

  private static String subtasks(String... all) {
    return "{\"subtasks\":[%s]}".formatted(String.join(",", all));
  }

  private static String subtask(int number, String status, String taskManager) {
    return """
        {"subtask":%d,"status":"%s","attempt":4,"start-time":1000,"taskmanager-id":"%s"}
        """
        .formatted(number, status, taskManager);
  }
}
