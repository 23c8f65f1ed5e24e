package io.kairos.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import java.util.List;
import java.util.Map;

/** Kubernetes' own records, read strictly: each field must be one that the record has. */
final class KubernetesModel {
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "v1 ConfigMap", ConfigMap.class,
          "v1 Namespace", Namespace.class,
          "v1 ServiceAccount", ServiceAccount.class,
          "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
          "rbac.authorization.k8s.io/v1 Role", Role.class,
          "rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class,
          "scheduling.k8s.io/v1 PriorityClass", PriorityClass.class,
          "monitoring.coreos.com/v1 PodMonitor", PodMonitor.class);

  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(new NothingElse());

  private KubernetesModel() {}

  /** What is wrong with a manifest of Kubernetes' own kinds. */
  static List<String> faults(Manifest manifest) {
    String kind = manifest.at("/apiVersion").asText() + " " + manifest.kind();
    return TYPES.containsKey(kind)
        ? faults(manifest.body(), TYPES.get(kind))
        : List.of(kind + " is no kind that is known here");
  }

  /** What is wrong with a template of pods. */
  static List<String> templateFaults(JsonNode template) {
    return template.isMissingNode() ? List.of() : faults(template, PodTemplateSpec.class);
  }

  private static List<String> faults(JsonNode body, Class<?> type) {
    try {
      STRICT.treeToValue(body, type);
      return List.of();
    } catch (JsonProcessingException wrong) {
      return List.of(wrong.getMessage());
    }
  }

  /** The records would keep fields that they do not know; so they do not. */
  private static final class NothingElse extends JacksonAnnotationIntrospector {
    @Override
    public Boolean hasAnySetter(Annotated member) {
      return false;
    }
  }
}
