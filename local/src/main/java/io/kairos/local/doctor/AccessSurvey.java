package io.kairos.local.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.SecurityDisabledException;

/** Asks what the job may do, and how far it has come. */
final class AccessSurvey {
  private final Admin admin;
  private final String group;

  AccessSurvey(Admin admin, String group) {
    this.admin = admin;
    this.group = group;
  }

  Access look(TopicsThere topics) throws InterruptedException {
    return new Access(guard(), rights(), readings(topics.inputs().toList()));
  }

  /** Who may not ask for the rules is guarded by some. */
  private Access.Guard guard() throws InterruptedException {
    try {
      Answers.ifSeen(admin.describeAcls(AclBindingFilter.ANY).values());
      return Access.Guard.AUTHORIZER;
    } catch (NoAnswer none) {
      if (none.getCause() instanceof SecurityDisabledException) {
        return Access.Guard.NONE;
      }
      throw none;
    }
  }

  private Optional<Rights> rights() throws InterruptedException {
    return Answers.ifSeen(
            admin
                .describeConsumerGroups(
                    List.of(group),
                    new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                .describedGroups()
                .get(group))
        .map(ConsumerGroupDescription::authorizedOperations)
        .flatMap(Rights::of);
  }

  private Optional<List<Reading>> readings(List<SeenTopic> inputs) throws InterruptedException {
    Optional<Map<TopicPartition, OffsetAndMetadata>> committed =
        Answers.ifSeen(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    if (committed.isEmpty()) {
      return Optional.empty();
    }
    List<Reading> readings = new ArrayList<>();
    for (SeenTopic input : inputs) {
      List<TopicPartition> partitions =
          input.led().filter(partition -> committed.get().get(partition) != null).toList();
      readings.add(reading(input.name(), partitions, committed.get()));
    }
    return Optional.of(readings);
  }

  private Reading reading(
      String topic, List<TopicPartition> partitions, Map<TopicPartition, OffsetAndMetadata> places)
      throws InterruptedException {
    var begins = offsets(partitions, OffsetSpec.earliest());
    var ends = offsets(partitions, OffsetSpec.latest());
    long behind = 0;
    long lost = 0;
    for (TopicPartition partition : partitions) {
      long place = places.get(partition).offset();
      behind += Math.max(0, ends.get(partition).offset() - place);
      lost += Math.max(0, begins.get(partition).offset() - place);
    }
    return new Reading(topic, partitions.size(), behind, lost);
  }

  private Map<TopicPartition, ListOffsetsResultInfo> offsets(
      List<TopicPartition> partitions, OffsetSpec spec) throws InterruptedException {
    return Answers.of(
        admin
            .listOffsets(
                partitions.stream().collect(Collectors.toMap(Function.identity(), one -> spec)))
            .all());
  }
}
