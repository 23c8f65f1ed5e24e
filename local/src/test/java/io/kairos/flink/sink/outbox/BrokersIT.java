package io.kairos.flink.sink.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.LocalStack;
import io.kairos.local.job.SharedStack;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose word counts for a topic that the brokers make for themselves. */
@ExtendWith(SharedStack.class)
final class BrokersIT {
  private static final Brokers.InSync BY_BROKERS =
      new Brokers.InSync(1, "transaction.state.log.min.isr", ConfigResource.Type.BROKER);

  private final String topic = "internal-" + UUID.randomUUID();

  @Test
  void theTopicsOwnSettingCountsOnceItIsThere(LocalStack stack) throws Exception {
    Properties settings = new Properties();
    settings.setProperty("bootstrap.servers", stack.kafka().bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      assertThat(Brokers.internal(admin, topic, 3, BY_BROKERS))
          .isEqualTo(new Brokers.Topic(topic, 3, BY_BROKERS, false));

      Map<String, String> two = Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(two))).all().get();

      Brokers.InSync own = new Brokers.InSync(2, "min.insync.replicas", ConfigResource.Type.TOPIC);
      assertThat(Brokers.internal(admin, topic, 3, BY_BROKERS))
          .isEqualTo(new Brokers.Topic(topic, 1, own, false));
    }
  }
}
