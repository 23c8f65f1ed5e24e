package io.kairos.local.doctor;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/** Asks about the brokers. */
final class ClusterSurvey {
  private final Admin admin;

  ClusterSurvey(Admin admin) {
    this.admin = admin;
  }

  Cluster look() throws InterruptedException {
    DescribeClusterResult cluster = admin.describeCluster();
    Collection<Node> brokers = Answers.of(cluster.nodes());
    return new Cluster(
        Answers.of(cluster.clusterId()), brokers.size(), features(), settings(brokers));
  }

  private Map<String, Short> features() throws InterruptedException {
    Map<String, Short> levels = new HashMap<>();
    Answers.ifSeen(admin.describeFeatures().featureMetadata())
        .ifPresent(
            known ->
                known
                    .finalizedFeatures()
                    .forEach((name, range) -> levels.put(name, range.maxVersionLevel())));
    return levels;
  }

  private Optional<Settings> settings(Collection<Node> brokers) throws InterruptedException {
    String first = brokers.iterator().next().idString();
    ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, first);
    return Answers.ifSeen(admin.describeConfigs(List.of(broker)).values().get(broker))
        .map(ClusterSurvey::settings);
  }

  static Settings settings(Config config) {
    Map<String, String> values = new HashMap<>();
    config.entries().stream()
        .filter(entry -> entry.value() != null)
        .forEach(entry -> values.put(entry.name(), entry.value()));
    return new Settings(values);
  }
}
