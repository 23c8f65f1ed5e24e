package io.kairos.local.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;

/** What a job's metrics say, asked from Flink's REST interface. */
public final class JobMetrics {

  private static final String RECORDS_PER_SECOND = ".numRecordsInPerSecond";
  private static final String PENDING_RECORDS = ".pendingRecords";

  /** What the names of a source operator's metrics start with. */
  private static final String SOURCE = "Source__";

  private final FlinkRest rest;
  private final String job;

  JobMetrics(FlinkRest rest, JobID jobId) {
    this.rest = rest;
    this.job = "/jobs/" + jobId;
  }

  /**
   * The metrics of a job on a cluster.
   *
   * @param webAddress of the cluster
   */
  public static JobMetrics of(URI webAddress, JobID jobId) {
    return new JobMetrics(FlinkRest.at(webAddress), jobId);
  }

  /** Asks Flink now; takes some milliseconds. What Flink does not know is empty, never an error. */
  public JobReading read() throws InterruptedException {
    List<String> vertices = vertices();
    List<JsonNode> sources = sourceMetrics(vertices);
    return new JobReading(
        total(sources, RECORDS_PER_SECOND),
        rounded(total(sources, PENDING_RECORDS)),
        watermark(vertices),
        restarts(),
        whole(rest.get(job + "/checkpoints").at("/counts/completed")));
  }

  private List<String> vertices() throws InterruptedException {
    return children(rest.get(job).path("vertices"))
        .map(vertex -> job + "/vertices/" + vertex.path("id").asText())
        .toList();
  }

  /** Two questions a vertex, because its metrics carry the names of its operators. */
  private List<JsonNode> sourceMetrics(List<String> vertices) throws InterruptedException {
    List<JsonNode> metrics = new ArrayList<>();
    for (String vertex : vertices) {
      String question = vertex + "/subtasks/metrics";
      List<String> names =
          children(rest.get(question)).map(JobMetrics::id).filter(JobMetrics::isWanted).toList();
      if (!names.isEmpty()) {
        String list = URLEncoder.encode(String.join(",", names), StandardCharsets.UTF_8);
        children(rest.get(question + "?agg=sum&get=" + list)).forEach(metrics::add);
      }
    }
    return metrics;
  }

  private static boolean isWanted(String name) {
    return name.startsWith(SOURCE)
        && (name.endsWith(RECORDS_PER_SECOND) || name.endsWith(PENDING_RECORDS));
  }

  private OptionalLong watermark(List<String> vertices) throws InterruptedException {
    LongStream.Builder values = LongStream.builder();
    for (String vertex : vertices) {
      children(rest.get(vertex + "/watermarks"))
          .map(watermark -> whole(watermark.path("value")))
          .flatMapToLong(OptionalLong::stream)
          .filter(JobMetrics::isTime)
          .forEach(values);
    }
    return values.build().min();
  }

  /** Flink's marks for "none yet" and "the end" are no time. */
  private static boolean isTime(long watermark) {
    return watermark != Long.MIN_VALUE && watermark != Long.MAX_VALUE;
  }

  private OptionalLong restarts() throws InterruptedException {
    return children(rest.get(job + "/metrics?get=numRestarts"))
        .map(metric -> whole(metric.path("value")))
        .flatMapToLong(OptionalLong::stream)
        .findFirst();
  }

  private static OptionalDouble total(List<JsonNode> metrics, String suffix) {
    double[] values =
        metrics.stream()
            .filter(metric -> id(metric).endsWith(suffix))
            .map(metric -> number(metric.path("sum")))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(DoubleStream.of(values).sum());
  }

  private static OptionalLong rounded(OptionalDouble value) {
    return value.isPresent()
        ? OptionalLong.of(Math.round(value.getAsDouble()))
        : OptionalLong.empty();
  }

  private static String id(JsonNode metric) {
    return metric.path("id").asText();
  }

  private static Stream<JsonNode> children(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static OptionalDouble number(JsonNode value) {
    double parsed = value.asDouble(Double.NaN);
    return Double.isNaN(parsed) ? OptionalDouble.empty() : OptionalDouble.of(parsed);
  }

  /** Flink writes some numbers as text; a gauge that fails is written as a word. */
  private static OptionalLong whole(JsonNode value) {
    try {
      return OptionalLong.of(Long.parseLong(value.asText()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
