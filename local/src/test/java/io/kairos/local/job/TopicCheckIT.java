package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.source.TopicCheck;
import io.kairos.local.LocalStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the job asks of the topics before it starts. */
@ExtendWith(SharedStack.class)
class TopicCheckIT {

  @Test
  void goodTopicsPass(LocalStack shared) throws Exception {
    try (JobOnBroker broker = JobOnBroker.open(shared, 1, TopicTime.LIVE)) {
      KairosConfig config = config(broker.stack(), broker.stack().topicPrefix());
      assertThatCode(() -> TopicCheck.check(config)).doesNotThrowAnyException();
    }
  }

  @Test
  void topicsThatAreNotThereAreNamed(LocalStack shared) {
    KairosConfig config = config(shared, "nowhere.");
    assertThatThrownBy(() -> TopicCheck.check(config))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nowhere.triggers");
  }

  @Test
  void deadLettersWithoutRoomForAnInputRecordAreRefusedWithTheCommandThatMendsIt(LocalStack shared)
      throws Exception {
    try (JobOnBroker broker = JobOnBroker.open(shared, 1, TopicTime.LIVE)) {
      String prefix = broker.stack().topicPrefix();
      narrow(broker.stack(), Topics.DEAD_LETTERS.name(prefix));
      assertThatThrownBy(() -> TopicCheck.check(config(broker.stack(), prefix)))
          .hasMessageContaining(Topics.DEAD_LETTERS.name(prefix))
          .hasMessageContaining("--add-config max.message.bytes=");
    }
  }

  @Test
  void rulesInSeveralPartitionsAreRefused(LocalStack shared) throws Exception {
    try (JobOnBroker broker = JobOnBroker.open(shared, 1, TopicTime.LIVE)) {
      String prefix = broker.stack().topicPrefix();
      String rules = Topics.RULES.name(prefix);
      try (Admin admin =
          Admin.create(Map.of("bootstrap.servers", shared.kafka().bootstrapServers()))) {
        admin.createPartitions(Map.of(rules, NewPartitions.increaseTo(2))).all().get();
      }
      assertThatThrownBy(() -> TopicCheck.check(config(broker.stack(), prefix)))
          .hasMessageContaining(rules + " has 2 partitions")
          .hasMessageContaining("kairos topics create");
    }
  }

  private static void narrow(LocalStack stack, String topic) throws Exception {
    String brokers = stack.kafka().bootstrapServers();
    ConfigEntry entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "1000000");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, topic),
                  List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private static KairosConfig config(LocalStack stack, String prefix) {
    return KairosConfig.from(
        Configuration.fromMap(
            Map.of(
                KairosOptions.BOOTSTRAP_SERVERS.key(),
                stack.kafka().bootstrapServers(),
                KairosOptions.TOPIC_PREFIX.key(),
                prefix,
                KairosOptions.KEY_SALT.key(),
                "test")));
  }
}
