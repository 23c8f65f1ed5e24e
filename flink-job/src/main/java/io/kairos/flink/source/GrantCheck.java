package io.kairos.flink.source;

import io.kairos.flink.config.KairosConfig;
import io.kairos.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks the broker what the job's user may do, which needs no right of its own, and says all that is
 * missing at once.
 */
final class GrantCheck {
  private final Admin admin;
  private final List<String> absent = new ArrayList<>();
  private final List<Grant> missing = new ArrayList<>();

  private GrantCheck(Admin admin) {
    this.admin = admin;
  }

  /**
   * @throws IllegalStateException if a topic or a right is missing
   * @throws ExecutionException if the broker does not answer
   */
  static void check(Admin admin, KairosConfig config)
      throws ExecutionException, InterruptedException {
    GrantCheck check = new GrantCheck(admin);
    check.topics(onTopics(config.topicPrefix(), config.output().delivery().guarantee()));
    check.group(Grant.onGroup(config.topicPrefix() + "job"));
    check.conclude();
  }

  /** What the job does with each topic; the settings of some are looked at before it starts. */
  static List<Grant> onTopics(String prefix, DeliveryGuarantee guarantee) {
    Stream<Grant> inputs =
        Topics.inputs().stream()
            .map(
                topic ->
                    Grant.onTopic(
                        topic.name(prefix), AclOperation.READ, AclOperation.DESCRIBE_CONFIGS));
    Stream<Grant> others =
        Stream.of(
            Grant.onTopic(Topics.RULES.name(prefix), AclOperation.READ),
            onTriggers(Topics.TRIGGERS.name(prefix), guarantee),
            Grant.onTopic(Topics.DECISIONS.name(prefix), AclOperation.WRITE),
            Grant.onTopic(Topics.PROFILES.name(prefix), AclOperation.WRITE),
            Grant.onTopic(
                Topics.DEAD_LETTERS.name(prefix),
                AclOperation.WRITE,
                AclOperation.DESCRIBE_CONFIGS));
    return Stream.concat(inputs, others).toList();
  }

  /** Exactly once, a receipt is about the topic, and Kafka has it written by readers only. */
  private static Grant onTriggers(String topic, DeliveryGuarantee guarantee) {
    return guarantee == DeliveryGuarantee.EXACTLY_ONCE
        ? Grant.onTopic(topic, AclOperation.WRITE, AclOperation.READ, AclOperation.DESCRIBE_CONFIGS)
        : Grant.onTopic(topic, AclOperation.WRITE);
  }

  private void topics(List<Grant> needed) throws ExecutionException, InterruptedException {
    Map<String, KafkaFuture<TopicDescription>> answers =
        admin
            .describeTopics(
                needed.stream().map(Grant::name).toList(),
                new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    for (Grant grant : needed) {
      try {
        compare(grant, answers.get(grant.name()).get().authorizedOperations());
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
          absent.add(grant.name());
        } else {
          refused(grant, failed);
        }
      }
    }
  }

  private void group(Grant needed) throws ExecutionException, InterruptedException {
    try {
      compare(
          needed,
          admin
              .describeConsumerGroups(
                  List.of(needed.name()),
                  new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
              .describedGroups()
              .get(needed.name())
              .get()
              .authorizedOperations());
    } catch (ExecutionException failed) {
      // A group that nobody has used yet is not there; who may not read it is told so before that.
      if (!(failed.getCause() instanceof GroupIdNotFoundException)) {
        refused(needed, failed);
      }
    }
  }

  private void compare(Grant needed, Set<AclOperation> allowed) {
    Grant rest = needed.without(allowed);
    if (!rest.isNothing()) {
      missing.add(rest);
    }
  }

  private void refused(Grant needed, ExecutionException failed) throws ExecutionException {
    if (!(failed.getCause() instanceof AuthorizationException)) {
      throw failed;
    }
    missing.add(needed);
  }

  private void conclude() {
    if (!absent.isEmpty()) {
      throw new IllegalStateException(
          "The topics "
              + String.join(", ", absent)
              + " are not there. Make them first; docs/topics.md"
              + " lists them");
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          missing.stream()
              .map(Grant::command)
              .collect(
                  Collectors.joining(
                      "\n  ",
                      "The broker does not allow the job's user all that it must. Let an"
                          + " administrator run:\n  ",
                      "")));
    }
  }
}
