package io.kairos.deploy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.client.deployment.ClusterSpecification;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.DeploymentOptionsInternal;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptions;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptionsInternal;
import org.apache.flink.kubernetes.kubeclient.FlinkPod;
import org.apache.flink.kubernetes.kubeclient.factory.KubernetesJobManagerFactory;
import org.apache.flink.kubernetes.kubeclient.factory.KubernetesTaskManagerFactory;
import org.apache.flink.kubernetes.kubeclient.parameters.KubernetesJobManagerParameters;
import org.apache.flink.kubernetes.kubeclient.parameters.KubernetesTaskManagerParameters;
import org.apache.flink.kubernetes.operator.utils.FlinkUtils;
import org.apache.flink.kubernetes.shaded.io.fabric8.kubernetes.api.model.Container;
import org.apache.flink.kubernetes.shaded.io.fabric8.kubernetes.api.model.Pod;
import org.apache.flink.kubernetes.shaded.io.fabric8.kubernetes.client.utils.Serialization;
import org.apache.flink.runtime.clusterframework.ContaineredTaskManagerParameters;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;

/**
 * The pods of a deployment as Flink would make them: templates merged by the operator's function,
 * and filled by Flink's own factories.
 */
final class FlinkPods {
  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private final Manifest deployment;
  private final Configuration options;

  FlinkPods(Manifest deployment) {
    this.deployment = deployment;
    this.options = options(deployment);
  }

  /** The template that the JobManager's deployment makes its pods from. */
  JsonNode jobManager() {
    ClusterSpecification size =
        new ClusterSpecification.ClusterSpecificationBuilder()
            .setMasterMemoryMB(options.get(JobManagerOptions.TOTAL_PROCESS_MEMORY).getMebiBytes())
            .createClusterSpecification();
    try {
      return json(
          KubernetesJobManagerFactory.buildKubernetesJobManagerSpecification(
                  template("jobManager"), new KubernetesJobManagerParameters(options, size))
              .getDeployment()
              .getSpec()
              .getTemplate());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  JsonNode taskManager() {
    KubernetesTaskManagerParameters parameters =
        new KubernetesTaskManagerParameters(
            options,
            "a-task-manager",
            "",
            "",
            ContaineredTaskManagerParameters.create(
                options, TaskExecutorProcessUtils.processSpecFromConfig(options)),
            Map.of(),
            Set.of());
    return json(
        KubernetesTaskManagerFactory.buildTaskManagerKubernetesPod(
                template("taskManager"), parameters)
            .getInternalResource());
  }

  /** What the operator makes of the fields of a deployment. */
  private static Configuration options(Manifest deployment) {
    Configuration options =
        Configuration.fromMap(new HashMap<>(deployment.strings("/spec/flinkConfiguration")));
    options.set(KubernetesConfigOptions.CLUSTER_ID, deployment.name());
    options.set(KubernetesConfigOptions.CONTAINER_IMAGE, deployment.at("/spec/image").asText());
    options.set(
        KubernetesConfigOptions.KUBERNETES_SERVICE_ACCOUNT,
        deployment.at("/spec/serviceAccount").asText());
    options.setString(
        JobManagerOptions.TOTAL_PROCESS_MEMORY.key(),
        deployment.at("/spec/jobManager/resource/memory").asText());
    options.setString(
        TaskManagerOptions.TOTAL_PROCESS_MEMORY.key(),
        deployment.at("/spec/taskManager/resource/memory").asText());
    options.set(DeploymentOptions.TARGET, "kubernetes-application");
    options.set(BlobServerOptions.PORT, "6124");
    options.set(TaskManagerOptions.RPC_PORT, "6122");
    options.set(JobManagerOptions.ADDRESS, "a-job-manager");
    options.set(DeploymentOptionsInternal.CONF_DIR, Path.of("target").toString());
    options.set(KubernetesConfigOptionsInternal.ENTRY_POINT_CLASS, "an.EntryPoint");
    return options;
  }

  private FlinkPod template(String part) {
    Pod pod =
        Serialization.unmarshal(
            text(
                FlinkUtils.mergePodTemplates(
                    operatorsPod("/spec/podTemplate"),
                    operatorsPod("/spec/" + part + "/podTemplate"),
                    mergesByName())),
            Pod.class);
    Container main = pod.getSpec().getContainers().get(0);
    pod.getSpec().setContainers(List.of());
    return new FlinkPod.Builder().withPod(pod).withMainContainer(main).build();
  }

  private boolean mergesByName() {
    return Boolean.parseBoolean(
        deployment
            .strings("/spec/flinkConfiguration")
            .get("kubernetes.operator.pod-template.merge-arrays-by-name"));
  }

  private io.fabric8.kubernetes.api.model.Pod operatorsPod(String place) {
    return JSON.convertValue(deployment.at(place), io.fabric8.kubernetes.api.model.Pod.class);
  }

  private static String text(Object merged) {
    try {
      return JSON.writeValueAsString(merged);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static JsonNode json(Object flinks) {
    try {
      return JSON.readTree(Serialization.asJson(flinks));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
