package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlinkOptionsTest {

  @ParameterizedTest
  @CsvSource({
    "execution.checkpointing.interval, 60 s",
    "state.backend.type, rocksdb",
    "state.backend.rocksdb.localdir, /state",
    "kubernetes.taskmanager.service-account, someone",
    "high-availability.type, zookeeper",
    "high-availability.zookeeper.quorum, 'a:2181,b:2181'",
    "metrics.reporter.prom.port, 9249",
    "kubernetes.operator.periodic.savepoint.interval, 24 h",
    "jobmanager.memory.process.size, 2 gb",
    "env.java.opts.taskmanager, -Dx=y"
  })
  void takesWhatFlinkTakes(String key, String value) {
    assertThat(FlinkOptions.faults(Map.of(key, value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "execution.checkpointing.intervall, 60 s, is no option",
    "state.backend.rocksdb.local-dir, /state, is no option",
    "metrics.reporter.prom.prot, 9249, is no option of a reporter",
    "kubernetes.operator.periodic.savepoints.interval, 24 h, is no option",
    "s3.bucket, b, is no option"
  })
  void refusesATypoInAKey(String key, String value, String fault) {
    assertThat(FlinkOptions.faults(Map.of(key, value))).containsExactly(key + " " + fault);
  }

  @ParameterizedTest
  @CsvSource({
    "execution.checkpointing.interval, 60 sec.",
    "execution.checkpointing.mode, TWICE",
    "taskmanager.numberOfTaskSlots, two",
    "taskmanager.memory.process.size, 4 gigs",
    "web.submit.enable, no",
    "metrics.reporter.prom.port, http",
    "metrics.reporter.prom.factory.class, org.apache.flink.metrics.prometheus.Prometheus"
  })
  void refusesAValueThatFlinkCannotRead(String key, String value) {
    assertThat(FlinkOptions.faults(Map.of(key, value)))
        .singleElement()
        .asString()
        .startsWith(key)
        .contains(value);
  }

  @Test
  void namesTheKeyThatTookTheOldOnesPlace() {
    assertThat(FlinkOptions.faults(Map.of("state.checkpoints.dir", "s3://a/b")))
        .containsExactly("state.checkpoints.dir is deprecated: use execution.checkpointing.dir");
  }

  @Test
  void refusesASecret() {
    assertThat(FlinkOptions.faults(Map.of("s3.secret-key", "x")))
        .containsExactly("s3.secret-key is a secret");
  }

  @Test
  void takesTheSettingsOfAPlainCluster() throws IOException {
    Map<String, String> settings = new TreeMap<>();
    StandaloneSettings.shipped().forEach((key, value) -> settings.put(key, value.toString()));
    // Deprecated, but Flink 2.3 still reads it for the results of jobs, and knows no other option.
    assertThat(settings.remove("job-result-store.delete-on-commit")).isEqualTo("false");
    assertThat(settings).isNotEmpty();
    assertThat(FlinkOptions.faults(settings)).isEmpty();
  }
}
