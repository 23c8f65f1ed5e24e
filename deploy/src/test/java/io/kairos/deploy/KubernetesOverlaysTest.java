package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kairos.flink.config.KairosConfig;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The overlays as kustomize puts them together. */
class KubernetesOverlaysTest {
  private static final CustomResource FLINK_DEPLOYMENT = new CustomResource();

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void everyFieldIsKnown(String overlay) {
    for (Manifest manifest : Kustomize.overlay(overlay)) {
      assertThat(
              manifest.kind().equals("FlinkDeployment")
                  ? FLINK_DEPLOYMENT.faults(manifest.body())
                  : KubernetesModel.faults(manifest))
          .as(manifest.toString())
          .isEmpty();
    }
  }

  /** The definition demands nothing; the operator does, when it is too late. */
  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void whatTheOperatorDemandsIsThere(String overlay) {
    Manifest deployment = deployment(overlay);
    assertThat(
            Stream.of(
                "/metadata/namespace",
                "/spec/image",
                "/spec/flinkVersion",
                "/spec/serviceAccount",
                "/spec/job/jarURI",
                "/spec/job/parallelism",
                "/spec/job/upgradeMode",
                "/spec/jobManager/replicas",
                "/spec/jobManager/resource/memory",
                "/spec/taskManager/resource/memory"))
        .allMatch(place -> deployment.at(place).isValueNode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void everyOptionIsKnownAndWhatStateNeedsIsSet(String overlay) {
    Map<String, String> options = deployment(overlay).strings("/spec/flinkConfiguration");
    assertThat(FlinkOptions.faults(options)).isEmpty();
    assertThat(options)
        .containsEntry("web.submit.enable", "false")
        .containsEntry("web.cancel.enable", "false")
        .containsEntry("high-availability.type", "kubernetes")
        .containsEntry("state.backend.type", "rocksdb")
        .containsKeys(
            "high-availability.storageDir",
            "execution.checkpointing.dir",
            "execution.checkpointing.savepoint-dir")
        .doesNotContainKeys(
            "pipeline.max-parallelism", "state.backend.rocksdb.timer-service.factory");
  }

  /** Files go to the store by way of a volume, which a canonical savepoint would fill. */
  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void savepointsAreNative(String overlay) {
    assertThat(deployment(overlay).strings("/spec/flinkConfiguration"))
        .containsEntry("kubernetes.operator.savepoint.format.type", "NATIVE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void theJobTakesItsProperties(String overlay) throws IOException {
    Properties properties = new Properties();
    properties.load(
        new StringReader(
            only(overlay, "ConfigMap").at("/data").path("kairos.properties").asText()));
    Map<String, String> options = new HashMap<>();
    properties.forEach((key, value) -> options.put((String) key, (String) value));
    assertThatCode(() -> KairosConfig.from(Configuration.fromMap(options)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void secretsAreOnlyNamed(String overlay) {
    List<Manifest> manifests = Kustomize.overlay(overlay);
    assertThat(manifests).extracting(Manifest::kind).doesNotContain("Secret");
    assertThat(only(overlay, "ConfigMap").at("/data").path("kairos.properties").asText().lines())
        .filteredOn(line -> line.matches("(?i)[^#]*(password|salt|secret)[^=]*=.*"))
        .isNotEmpty()
        .allMatch(line -> line.matches("[^#]*\\$\\{dir:/run/secrets/kairos:[a-z-]+}[\";]*"));
    assertThat(deployment(overlay).at("/spec/podTemplate/spec/containers/0/env"))
        .allMatch(
            variable ->
                !variable.path("name").asText().startsWith("AWS_") || variable.has("valueFrom"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void imagesHaveAVersion(String overlay) {
    assertThat(deployment(overlay).at("/spec/image").asText())
        .matches("[a-z0-9.-]+/kairos-job:\\d+\\.\\d+\\.\\d+");
  }

  /** Named after its content, so that a change of it is a change of the deployment. */
  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void theDeploymentMountsTheGeneratedConfigMap(String overlay) {
    assertThat(deployment(overlay).at("/spec/podTemplate/spec/volumes/0/configMap/name").asText())
        .isEqualTo(only(overlay, "ConfigMap").name())
        .matches("kairos-config-[a-z0-9]{10}");
  }

  @Test
  void allTaskManagersButOneStayUp() {
    Manifest deployment = deployment("production");
    int slots =
        Integer.parseInt(
            deployment.strings("/spec/flinkConfiguration").get("taskmanager.numberOfTaskSlots"));
    int taskManagers = (deployment.at("/spec/job/parallelism").asInt() + slots - 1) / slots;
    assertThat(
            Kustomize.overlay("production").stream()
                .filter(manifest -> manifest.kind().equals("PodDisruptionBudget"))
                .filter(manifest -> manifest.name().equals("kairos-taskmanager"))
                .map(manifest -> manifest.at("/spec/minAvailable").asInt()))
        .containsExactly(taskManagers - 1);
  }

  private static Manifest deployment(String overlay) {
    return only(overlay, "FlinkDeployment");
  }

  private static Manifest only(String overlay, String kind) {
    List<Manifest> found =
        Kustomize.overlay(overlay).stream().filter(one -> one.kind().equals(kind)).toList();
    assertThat(found).as(kind).hasSize(1);
    return found.get(0);
  }
}
