package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every way to deploy has room for the events that it lets wait, as Operations demands. */
final class MemoryTest {
  /** Heap of a slot, in sizes of what may wait. */
  private static final int TIMES = 4;

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void ofKubernetes(String overlay) throws IOException {
    Manifest deployment = only(overlay, "FlinkDeployment");
    Configuration flink =
        Configuration.fromMap(new HashMap<>(deployment.strings("/spec/flinkConfiguration")));
    flink.setString(
        TaskManagerOptions.TOTAL_PROCESS_MEMORY.key(),
        deployment.at("/spec/taskManager/resource/memory").asText());
    String job = only(overlay, "ConfigMap").at("/data").path("kairos.properties").asText();
    requireRoom(flink, Configuration.fromMap(properties(new StringReader(job))));
  }

  @Test
  void ofAPlainCluster() throws IOException {
    Map<String, String> flink = new HashMap<>();
    StandaloneSettings.shipped().forEach((key, value) -> flink.put(key, value.toString()));
    requireRoom(Configuration.fromMap(flink), job("standalone/conf/kairos.properties"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kairos.properties", "kairos.secure.properties"})
  void ofDocker(String file) throws IOException {
    Map<?, ?> compose =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("../docker/compose.yaml")));
    Map<?, ?> environment = (Map<?, ?>) ((Map<?, ?>) compose.get("x-flink")).get("environment");
    String flink = (String) environment.get("FLINK_PROPERTIES");
    requireRoom(
        Configuration.fromMap(properties(new StringReader(flink))), job("../docker/conf/" + file));
  }

  private static void requireRoom(Configuration flink, Configuration job) {
    long heap =
        TaskExecutorProcessUtils.processSpecFromConfig(flink).getTaskHeapSize().getBytes()
            / flink.get(TaskManagerOptions.NUM_TASK_SLOTS);
    assertThat(job.get(KairosOptions.MAX_WAITING).getBytes() * TIMES).isLessThanOrEqualTo(heap);
  }

  private static Configuration job(String file) throws IOException {
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      return Configuration.fromMap(properties(reader));
    }
  }

  private static Map<String, String> properties(Reader reader) throws IOException {
    Properties properties = new Properties();
    properties.load(reader);
    Map<String, String> map = new HashMap<>();
    properties.forEach((key, value) -> map.put((String) key, (String) value));
    return map;
  }

  private static Manifest only(String overlay, String kind) {
    return Kustomize.overlay(overlay).stream()
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
