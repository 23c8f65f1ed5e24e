package io.kairos.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;

final class JobMetricsTest {

  private static final JobID ID = new JobID();
  private static final String JOB = "/jobs/" + ID;
  private static final String SUM =
      "/subtasks/metrics?agg=sum&get="
          + "Source__cart.numRecordsInPerSecond%2CSource__cart.pendingRecords";

  private final Map<String, String> answers = new HashMap<>();
  private final JobMetrics metrics = new JobMetrics(path -> parse(answers.get(path)), ID);

  @Test
  void everythingIsEmptyWhenFlinkIsGone() throws InterruptedException {
    JobReading reading = metrics.read();

    assertThat(reading.recordsPerSecond()).isEmpty();
    assertThat(reading.pendingRecords()).isEmpty();
    assertThat(reading.watermarkMillis()).isEmpty();
    assertThat(reading.restarts()).isEmpty();
    assertThat(reading.checkpoints()).isEmpty();
  }

  @Test
  void sumsSourcesOverVertices() throws InterruptedException {
    answers.put(JOB, "{'vertices':[{'id':'a'},{'id':'b'},{'id':'sink'}]}");
    answerSource("a", 10.5, 3);
    answerSource("b", 20.0, 4);
    answers.put(JOB + "/vertices/sink/subtasks/metrics", "[{'id':'numRecordsInPerSecond'}]");

    JobReading reading = metrics.read();

    assertThat(reading.recordsPerSecond()).hasValue(30.5);
    assertThat(reading.pendingRecords()).hasValue(7);
  }

  @Test
  void aGaugeThatFailsIsLeftOut() throws InterruptedException {
    answers.put(JOB, "{'vertices':[{'id':'a'}]}");
    answerSource("a", 10.5, 3);
    answers.put(JOB + "/vertices/a" + SUM, "[{'id':'Source__cart.pendingRecords','sum':'NaN'}]");

    assertThat(metrics.read().pendingRecords()).isEmpty();
    assertThat(metrics.read().recordsPerSecond()).isEmpty();
  }

  @Test
  void theWatermarkIsThatOfTheOneFurthestBehindWhichHasOne() throws InterruptedException {
    answers.put(JOB, "{'vertices':[{'id':'a'},{'id':'b'}]}");
    answers.put(
        JOB + "/vertices/a/watermarks",
        "[{'id':'0.currentInputWatermark','value':'2000'},"
            + "{'id':'1.currentInputWatermark','value':'1000'}]");
    answers.put(
        JOB + "/vertices/b/watermarks",
        "[{'id':'0.currentInputWatermark','value':'-9223372036854775808'},"
            + "{'id':'1.currentInputWatermark','value':'9223372036854775807'}]");

    assertThat(metrics.read().watermarkMillis()).hasValue(1000);
  }

  @Test
  void readsRestartsAndCheckpoints() throws InterruptedException {
    answers.put(JOB + "/metrics?get=numRestarts", "[{'id':'numRestarts','value':'2'}]");
    answers.put(JOB + "/checkpoints", "{'counts':{'completed':5,'failed':1}}");

    assertThat(metrics.read().restarts()).hasValue(2);
    assertThat(metrics.read().checkpoints()).hasValue(5);
  }

  private void answerSource(String vertex, double perSecond, long pending) {
    String path = JOB + "/vertices/" + vertex;
    answers.put(
        path + "/subtasks/metrics",
        "[{'id':'Source__cart.numRecordsInPerSecond'},{'id':'Source__cart.pendingRecords'},"
            + "{'id':'Source__cart.numBytesIn'}]");
    answers.put(
        path + SUM,
        "[{'id':'Source__cart.numRecordsInPerSecond','sum':%s},"
                .formatted(Double.toString(perSecond))
            + "{'id':'Source__cart.pendingRecords','sum':%d.0}]".formatted(pending));
  }

  private static JsonNode parse(String answer) {
    try {
      return answer == null
          ? MissingNode.getInstance()
          : new ObjectMapper().readTree(answer.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
