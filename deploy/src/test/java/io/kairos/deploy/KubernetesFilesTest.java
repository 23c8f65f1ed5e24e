package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file by itself, patches too, as far as it goes without putting overlays together. */
class KubernetesFilesTest {
  private static final CustomResource FLINK_DEPLOYMENT = new CustomResource();

  static Stream<Manifest> deployments() {
    return manifests().filter(manifest -> manifest.kind().equals("FlinkDeployment"));
  }

  static Stream<Manifest> others() {
    return manifests()
        .filter(manifest -> !manifest.kind().equals("FlinkDeployment"))
        .filter(manifest -> !manifest.kind().equals("Kustomization"))
        .filter(manifest -> !manifest.kind().equals("Component"));
  }

  private static Stream<Manifest> manifests() {
    return Kustomize.files().stream()
        .filter(file -> file.toString().endsWith(".yaml"))
        .flatMap(file -> Manifest.in(file).stream())
        .filter(manifest -> !manifest.kind().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void deploymentHasFieldsThatTheOperatorKnows(Manifest deployment) {
    assertThat(FLINK_DEPLOYMENT.faults(deployment.body())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void podTemplatesHaveFieldsThatKubernetesKnows(Manifest deployment) {
    assertThat(
            Stream.of("", "/jobManager", "/taskManager")
                .map(part -> deployment.at("/spec" + part + "/podTemplate"))
                .flatMap(template -> KubernetesModel.templateFaults(template).stream()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void flinkKnowsEachOption(Manifest deployment) {
    assertThat(FlinkOptions.faults(deployment.strings("/spec/flinkConfiguration"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("others")
  void manifestHasFieldsThatKubernetesKnows(Manifest manifest) {
    assertThat(KubernetesModel.faults(manifest)).isEmpty();
  }

  @Test
  void kustomizationsNameEveryFileAndNoOther() {
    Set<Path> named = new TreeSet<>();
    Kustomize.files().stream()
        .filter(file -> file.endsWith("kustomization.yaml"))
        .peek(named::add)
        .forEach(file -> named.addAll(namedBy(file)));
    assertThat(named).containsExactlyElementsOf(Kustomize.files());
  }

  private static List<Path> namedBy(Path kustomization) {
    JsonNode body = Manifest.in(kustomization).get(0).body();
    List<String> names = new ArrayList<>();
    for (String list : List.of("resources", "components", "configurations")) {
      body.path(list).forEach(name -> names.add(name.asText()));
    }
    body.path("patches").forEach(patch -> names.add(patch.path("path").asText()));
    body.path("configMapGenerator")
        .forEach(map -> map.path("files").forEach(name -> names.add(name.asText())));
    return names.stream()
        .map(name -> kustomization.resolveSibling(name).normalize())
        .map(path -> path.toFile().isDirectory() ? path.resolve("kustomization.yaml") : path)
        .toList();
  }

  /** The definition in the build is older than the operator that a cluster needs. */
  @Test
  void flinkVersionIsKnownOrNewerThanAllThatAreKnown() {
    String version = base().at("/spec/flinkVersion").asText();
    assertThat(version).matches("v\\d+_\\d+");
    SortedSet<String> known = FLINK_DEPLOYMENT.flinkVersions();
    assertThat(known.contains(version) || version.compareTo(known.last()) > 0)
        .as("%s is among %s or after them", version, known)
        .isTrue();
  }

  /** The ports of the page about the schema registry. */
  @Test
  void everyKindOfRegistryIsLetThrough() {
    JsonNode egress =
        others()
            .filter(policy -> policy.name().equals("kairos-egress"))
            .findAny()
            .get()
            .at("/spec/egress");
    assertThat(egress)
        .filteredOn(rule -> rule.toString().contains("schema-registry"))
        .singleElement()
        .extracting(rule -> rule.path("ports").findValuesAsText("port"))
        .isEqualTo(List.of("8080", "8081"));
  }

  @Test
  void aFieldThatTheOperatorDoesNotKnowIsAFault() {
    ObjectNode deployment = base();
    ((ObjectNode) deployment.at("/spec/job")).put("upgradeMod", "savepoint");
    ((ObjectNode) deployment.at("/spec/podTemplate/spec")).put("securityContex", "none");
    assertThat(FLINK_DEPLOYMENT.faults(deployment))
        .anyMatch(fault -> fault.startsWith("/spec/job/upgradeMod "))
        .anyMatch(fault -> fault.startsWith("/spec/podTemplate/spec/securityContex "));
  }

  @Test
  void aValueThatTheOperatorDoesNotKnowIsAFault() {
    ObjectNode deployment = base();
    ((ObjectNode) deployment.at("/spec/job")).put("upgradeMode", "hopeful");
    ((ObjectNode) deployment.at("/spec/job")).put("parallelism", "two");
    assertThat(FLINK_DEPLOYMENT.faults(deployment))
        .anyMatch(fault -> fault.startsWith("/spec/job/upgradeMode "))
        .anyMatch(fault -> fault.startsWith("/spec/job/parallelism "));
  }

  @Test
  void aFieldThatKubernetesDoesNotKnowIsAFault() {
    Manifest policy = others().filter(one -> one.kind().equals("NetworkPolicy")).findAny().get();
    ((ObjectNode) policy.at("/spec")).put("policyType", "Ingress");
    assertThat(KubernetesModel.faults(policy)).singleElement().asString().contains("policyType");
    ObjectNode template = (ObjectNode) base().at("/spec/podTemplate");
    ((ObjectNode) template.at("/spec/containers/0")).putArray("volumeMount");
    assertThat(KubernetesModel.templateFaults(template))
        .singleElement()
        .asString()
        .contains("volumeMount");
  }

  private static ObjectNode base() {
    Manifest base = Manifest.in(Path.of("kubernetes/base/flink-deployment.yaml")).get(0);
    return new ObjectMapper().convertValue(base.body(), ObjectNode.class);
  }
}
