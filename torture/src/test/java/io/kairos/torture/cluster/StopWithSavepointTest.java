package io.kairos.torture.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StopWithSavepointTest {
  private static final String STOP = "POST /jobs/7/stop";
  private static final String LOOK = "GET /jobs/7/savepoints/";
  private static final String TAKEN = "{\"request-id\":\"x\"}";
  private static final String UNDER_WAY = "{\"status\":{\"id\":\"IN_PROGRESS\"}}";
  private static final String REFUSED =
      """
      {"status":{"id":"COMPLETED"},
       "operation":{"failure-cause":{"stack-trace":"NOT_ALL_REQUIRED_TASKS_RUNNING\\n at"}}}
      """;
  private static final String DONE =
      """
      {"status":{"id":"COMPLETED"},"operation":{"location":"file:/savepoint-1"}}
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
  void givesThePathOfTheSavepoint() throws Exception {
    flink.says(STOP, TAKEN).says(LOOK, UNDER_WAY, DONE);

    assertThat(stop(20)).isEqualTo("file:/savepoint-1");
    assertThat(flink.bodies()).hasSize(1);
  }

  @Test
  void asksAgainAfterARefusal() throws Exception {
    flink.says(STOP, TAKEN).says(LOOK, REFUSED, DONE);

    assertThat(stop(20)).isEqualTo("file:/savepoint-1");
    assertThat(flink.bodies()).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void repeatsTheSameRequestWhereNobodyAnswers() throws Exception {
    flink.says(STOP, "", "", TAKEN).says(LOOK, "", "", DONE);

    assertThat(stop(20)).isEqualTo("file:/savepoint-1");
    assertThat(flink.bodies()).hasSize(3).containsOnly(flink.bodies().get(0));
  }

  @Test
  void saysWhatFlinkSaidLastWhenItsTimeIsOver() {
    flink.says(STOP, TAKEN).says(LOOK, REFUSED);

    assertThatThrownBy(() -> stop(1))
        .isInstanceOf(IOException.class)
        .hasMessage("no savepoint within 1 s: NOT_ALL_REQUIRED_TASKS_RUNNING");
  }

  private String stop(int seconds) throws IOException, InterruptedException {
    return new StopWithSavepoint(flink.rest(), "7", "file:/there")
        .within(Duration.ofSeconds(seconds));
  }
}
