package io.kairos.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LocalClusterIT {

  private static final int KEYS = 10;

  @TempDir private Path workDir;
  private LocalCluster cluster;

  @BeforeEach
  void start() throws Exception {
    cluster = LocalCluster.start(workDir, 2);
  }

  @AfterEach
  void stop() throws IOException {
    cluster.close();
    assertThat(workDir).isEmptyDirectory();
  }

  @Test
  void runsABoundedJobOnRocksDbAndReturnsItsAccumulators() throws Exception {
    RunningJob job = cluster.submit(counting(1_000));

    JobExecutionResult result = job.awaitEnd();

    assertThat(result.<Long>getAccumulatorResult(CountInRocksDb.SEEN)).isEqualTo(1_000L);
    assertThat(job.isEnded()).isTrue();
    assertThat(job.failure()).isEmpty();
    assertThat(job.restarts()).isZero();
  }

  @Test
  void givesUpOnAJobThatKeepsFailingAndTellsWhy() throws Exception {
    StreamExecutionEnvironment env = environment();
    env.setParallelism(1);
    env.fromSequence(1, 10)
        .map(number -> 1 / (number - number), Types.LONG)
        .sinkTo(new DiscardingSink<>());
    RunningJob job = cluster.submit(env.getStreamGraph());

    assertThatThrownBy(job::awaitEnd)
        .isInstanceOf(JobExecutionException.class)
        .hasRootCauseInstanceOf(ArithmeticException.class);
    assertThat(job.failure()).isPresent();
    assertThat(job.restarts()).isEqualTo(3);
  }

  @Test
  void aCancelledJobEndsWithoutAFailure() throws Exception {
    RunningJob job = cluster.submit(counting(Long.MAX_VALUE));
    assertThat(job.isEnded()).isFalse();

    job.cancel();

    assertThatThrownBy(job::awaitEnd).isInstanceOf(JobExecutionException.class);
    assertThat(job.failure()).isEmpty();
  }

  private StreamExecutionEnvironment environment() {
    return StreamExecutionEnvironment.getExecutionEnvironment(cluster.configuration());
  }

  private StreamGraph counting(long numbers) {
    StreamExecutionEnvironment env = environment();
    env.fromSequence(1, numbers)
        .keyBy(number -> number % KEYS, Types.LONG)
        .process(new CountInRocksDb())
        .sinkTo(new DiscardingSink<>());
    return env.getStreamGraph();
  }
}
