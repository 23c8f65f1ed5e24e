package io.kairos.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TopicPlanTest {
  private static final TopicPlan PLAN = new TopicPlan("shop.", 6, 3, TopicTime.LIVE);

  @Test
  void holdsEveryTopicUnderThePrefix() {
    assertThat(PLAN.topics()).hasSameSizeAs(Topics.values());
    assertThat(PLAN.topics()).extracting(NewTopic::name).contains("shop.cart", "shop.dead-letters");
  }

  @Test
  void rulesHaveOnePartitionAndAllOthersAsManyAsAsked() {
    assertThat(PLAN.topics())
        .allSatisfy(
            topic ->
                assertThat(topic.numPartitions())
                    .isEqualTo(topic.name().equals("shop.rules") ? 1 : 6));
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 2", "5, 4"})
  void aRecordIsWrittenOnceAllReplicasButOneHaveIt(int replicas, String inSync) {
    assertThat(new TopicPlan("shop.", 6, replicas, TopicTime.LIVE).topics())
        .allSatisfy(
            topic -> assertThat(topic.configs()).containsEntry("min.insync.replicas", inSync));
  }

  @Test
  void leavesASingleReplicaToTheBroker() {
    assertThat(new TopicPlan("shop.", 6, 1, TopicTime.LIVE).topics())
        .noneMatch(topic -> topic.configs().containsKey("min.insync.replicas"));
  }

  @Test
  void isSaidAsCommandsOfKafkasOwnTools() {
    assertThat(TopicCommands.of(PLAN, "broker:9092"))
        .hasSameSizeAs(Topics.values())
        .contains(
            "kafka-topics.sh --bootstrap-server broker:9092 --create --if-not-exists"
                + " --topic shop.cart --partitions 6 --replication-factor 3"
                + " --config cleanup.policy=delete"
                + " --config message.timestamp.type=LogAppendTime"
                + " --config min.insync.replicas=2"
                + " --config retention.ms=1209600000");
  }
}
