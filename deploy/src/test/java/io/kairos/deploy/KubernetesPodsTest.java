package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an overlay in the hands of operator and Flink. */
class KubernetesPodsTest {

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void everyMountHasItsVolume(String overlay) {
    for (JsonNode pod : pods(overlay)) {
      assertThat(pod.at("/spec/volumes").findValuesAsText("name"))
          .containsAll(values(pod.at("/spec/containers/0/volumeMounts"), "name"))
          .doesNotHaveDuplicates();
    }
  }

  /** Merged by position instead of by name, the lists of two templates would hide each other. */
  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void bothSeeTheirPropertiesAndSecrets(String overlay) {
    for (JsonNode pod : pods(overlay)) {
      assertThat(values(pod.at("/spec/containers/0/volumeMounts"), "mountPath"))
          .contains("/opt/kairos/conf", "/run/secrets/kairos", "/tmp", "/opt/flink/log");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void rocksDbHasADiskOfItsOwn(String overlay) {
    Manifest deployment = deployment(overlay);
    assertThat(values(taskManager(overlay).at("/spec/containers/0/volumeMounts"), "mountPath"))
        .contains(
            deployment.strings("/spec/flinkConfiguration").get("state.backend.rocksdb.localdir"));
    assertThat(values(jobManager(overlay).at("/spec/volumes"), "name")).doesNotContain("state");
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void podsMayDoNoMoreThanTheyNeed(String overlay) {
    for (JsonNode pod : pods(overlay)) {
      assertThat(pod.at("/spec/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(pod.at("/spec/securityContext/seccompProfile/type").asText())
          .isEqualTo("RuntimeDefault");
      assertThat(pod.at("/spec/containers")).hasSize(1);
      JsonNode container = pod.at("/spec/containers/0/securityContext");
      assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void eachPodHasAnAccountOfItsOwnWithARole(String overlay) {
    List<String> accounts =
        pods(overlay).stream().map(pod -> pod.at("/spec/serviceAccountName").asText()).toList();
    assertThat(accounts).containsExactly("kairos", "kairos-taskmanager");
    for (String kind : List.of("ServiceAccount", "Role", "RoleBinding")) {
      assertThat(Kustomize.overlay(overlay).stream().filter(is(kind)).map(Manifest::name))
          .containsExactlyInAnyOrderElementsOf(accounts);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void probesAndMonitorsAskPortsThatAreOpen(String overlay) {
    for (JsonNode pod : pods(overlay)) {
      JsonNode container = pod.at("/spec/containers/0");
      List<String> ports = values(container.at("/ports"), "containerPort");
      assertThat(ports).contains(container.at("/livenessProbe/tcpSocket/port").asText(), "9249");
    }
    assertThat(values(jobManager(overlay).at("/spec/containers/0/ports"), "containerPort"))
        .contains("8081");
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void everySelectorFindsPods(String overlay) {
    List<Map<String, String>> labels =
        pods(overlay).stream().map(pod -> strings(pod.at("/metadata/labels"))).toList();
    assertThat(selectors(overlay))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            selector ->
                assertThat(labels)
                    .anyMatch(pod -> pod.entrySet().containsAll(selector.entrySet())));
  }

  /** All but the empty one, which means every pod. */
  private static List<Map<String, String>> selectors(String overlay) {
    List<JsonNode> found = new ArrayList<>();
    for (Manifest manifest : Kustomize.overlay(overlay)) {
      switch (manifest.kind()) {
        case "NetworkPolicy" -> found.addAll(manifest.body().findValues("podSelector"));
        case "PodDisruptionBudget", "PodMonitor" -> found.add(manifest.at("/spec/selector"));
        case "FlinkDeployment" -> found.addAll(manifest.body().findValues("labelSelector"));
        default -> {}
      }
    }
    return found.stream()
        .map(selector -> strings(selector.path("matchLabels")))
        .filter(selector -> selector.containsKey("app") || selector.containsKey("component"))
        .toList();
  }

  private static List<JsonNode> pods(String overlay) {
    return List.of(jobManager(overlay), taskManager(overlay));
  }

  private static JsonNode jobManager(String overlay) {
    return new FlinkPods(deployment(overlay)).jobManager();
  }

  private static JsonNode taskManager(String overlay) {
    return new FlinkPods(deployment(overlay)).taskManager();
  }

  private static Manifest deployment(String overlay) {
    return Kustomize.overlay(overlay).stream()
        .filter(is("FlinkDeployment"))
        .findFirst()
        .orElseThrow();
  }

  private static Predicate<Manifest> is(String kind) {
    return manifest -> manifest.kind().equals(kind);
  }

  private static List<String> values(JsonNode list, String field) {
    return elements(list).map(entry -> entry.path(field).asText()).toList();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static Map<String, String> strings(JsonNode object) {
    Map<String, String> strings = new HashMap<>();
    object.properties().forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
    return strings;
  }
}
