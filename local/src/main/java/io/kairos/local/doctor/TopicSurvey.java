package io.kairos.local.doctor;

import io.kairos.wire.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks about the topics. */
final class TopicSurvey {
  private final Admin admin;
  private final String prefix;
  private final List<SeenTopic> seen = new ArrayList<>();
  private final List<Topics> missing = new ArrayList<>();
  private final List<Topics> hidden = new ArrayList<>();

  TopicSurvey(Admin admin, String prefix) {
    this.admin = admin;
    this.prefix = prefix;
  }

  TopicsThere look() throws InterruptedException {
    var answers =
        admin
            .describeTopics(
                Arrays.stream(Topics.values())
                    .map(topic -> topic.name(prefix))
                    .collect(Collectors.toList()),
                new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    for (Topics topic : Topics.values()) {
      look(topic, answers.get(topic.name(prefix)));
    }
    return new TopicsThere(seen, missing, hidden);
  }

  private void look(Topics topic, KafkaFuture<TopicDescription> answer)
      throws InterruptedException {
    try {
      TopicDescription found = Answers.of(answer);
      seen.add(
          new SeenTopic(
              topic,
              found.name(),
              layout(found.partitions()),
              settings(found.name()),
              Rights.of(found.authorizedOperations())));
    } catch (NoAnswer none) {
      if (none.getCause() instanceof UnknownTopicOrPartitionException) {
        missing.add(topic);
      } else if (none.getCause() instanceof TopicAuthorizationException) {
        hidden.add(topic);
      } else {
        throw none;
      }
    }
  }

  private static SeenTopic.Layout layout(List<TopicPartitionInfo> partitions) {
    return new SeenTopic.Layout(
        partitions.size(),
        partitions.stream().mapToInt(one -> one.replicas().size()).min().orElse(0),
        partitions.stream()
            .filter(one -> one.leader() == null)
            .map(TopicPartitionInfo::partition)
            .collect(Collectors.toSet()),
        (int) partitions.stream().filter(one -> one.isr().size() < one.replicas().size()).count());
  }

  private Optional<Settings> settings(String name) throws InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
    return Answers.ifSeen(admin.describeConfigs(List.of(resource)).values().get(resource))
        .map(ClusterSurvey::settings);
  }
}
