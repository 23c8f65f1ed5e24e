package io.kairos.local.kafka;

import io.kairos.wire.Topics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How the topics of an installation are to be created.
 *
 * @param prefix stands before each name
 * @param partitions of each topic, at least 1; rules always have one, since their order counts
 * @param replicas of each partition, at least 1, at most as many as there are brokers
 * @param time whose time the records carry
 */
public record TopicPlan(String prefix, int partitions, int replicas, TopicTime time) {

  /** Every topic of {@link Topics}, in that order. */
  public List<NewTopic> topics() {
    return Arrays.stream(Topics.values()).map(this::topic).toList();
  }

  /** How many partitions the topic has. */
  int partitions(Topics topic) {
    return topic == Topics.RULES ? 1 : partitions;
  }

  /**
   * The settings that a topic is to be created with: where there are several replicas, all but one
   * have to take a record before it counts as written.
   */
  public Map<String, String> settings(Topics topic) {
    Map<String, String> settings = new HashMap<>(time.settings(topic));
    if (replicas > 1) {
      settings.put("min.insync.replicas", Integer.toString(replicas - 1));
    }
    return settings;
  }

  /** The settings of a topic other than the broker's own, by key in alphabetical order. */
  static Map<String, String> settings(NewTopic topic) {
    return new TreeMap<>(topic.configs());
  }

  private NewTopic topic(Topics topic) {
    return new NewTopic(topic.name(prefix), partitions(topic), (short) replicas)
        .configs(settings(topic));
  }
}
