package io.kairos.local.doctor;

import io.kairos.local.kafka.TopicPlan;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.util.ArrayList;
import java.util.List;

/** Whether all topics are there and can be seen. */
final class ThereCheck implements Check {
  private static final String CHECK = "topics";
  private static final int MOST_REPLICAS = 3;
  private static final int PARTITIONS = 12;

  @Override
  public List<Finding> look(Installation at) {
    List<Finding> findings = new ArrayList<>();
    at.topics().seen().forEach(topic -> findings.add(Finding.ok(CHECK, topic.name(), "there")));
    at.topics().missing().forEach(topic -> findings.add(missing(topic, at)));
    at.topics().hidden().stream()
        .filter(topic -> topic != Topics.FEEDBACK)
        .forEach(topic -> findings.add(hidden(topic, at)));
    return findings;
  }

  private static Finding missing(Topics topic, Installation at) {
    String name = topic.name(at.setup().prefix());
    int replicas = Math.max(1, Math.min(MOST_REPLICAS, at.cluster().brokers()));
    int partitions = partitions(topic, at);
    TopicPlan plan = new TopicPlan(at.setup().prefix(), partitions, replicas, TopicTime.LIVE);
    String create = at.setup().commands().create(name, partitions, replicas, plan.settings(topic));
    if (topic == Topics.FEEDBACK) {
      return Finding.note(
          CHECK, name, "missing", new Advice("It is reserved: the job does not use it yet.", ""));
    }
    return Finding.wrong(
        CHECK, name, "missing", new Advice("The job does not start without it.", create));
  }

  /** As many as the other topics have, so that a customer's records lie alike in all of them. */
  private static int partitions(Topics topic, Installation at) {
    return topic == Topics.RULES
        ? 1
        : at.topics()
            .inputs()
            .mapToInt(input -> input.layout().partitions())
            .max()
            .orElse(PARTITIONS);
  }

  private static Finding hidden(Topics topic, Installation at) {
    String name = topic.name(at.setup().prefix());
    return Finding.wrong(
        CHECK,
        name,
        "may not be seen",
        new Advice(
            "The job does not start unless it may use the topic.",
            at.setup().commands().allow(Needed.by(topic), "--topic " + name)));
  }
}
