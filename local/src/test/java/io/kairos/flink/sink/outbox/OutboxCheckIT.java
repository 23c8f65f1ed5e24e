package io.kairos.flink.sink.outbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.local.LocalStack;
import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is asked of a real broker before exactly once is promised on it. */
@ExtendWith(SharedStack.class)
final class OutboxCheckIT {

  @Test
  void oneBrokerIsRefusedWhereThreeReplicasAreWanted(LocalStack shared) throws Exception {
    try (LocalStack stack = shared.another("outbox-check-3.", 1, TopicTime.LIVE)) {
      assertThatThrownBy(() -> OutboxCheck.check(config(stack, "exactly-once", 3)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("EXACTLY_ONCE_REFUSED")
          .hasMessageContaining("outbox-check-3.triggers has 1 replicas")
          .hasMessageContaining("__transaction_state has 1 replicas")
          .hasMessageContaining("__consumer_offsets has 1 replicas");
    }
  }

  @Test
  void oneBrokerWillDoWhereOneReplicaIsWanted(LocalStack shared) throws Exception {
    try (LocalStack stack = shared.another("outbox-check-1.", 1, TopicTime.LIVE)) {
      assertThatCode(() -> OutboxCheck.check(config(stack, "exactly-once", 1)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void nothingIsAskedForAtLeastOnce(LocalStack shared) throws Exception {
    try (LocalStack stack = shared.another("outbox-check-0.", 1, TopicTime.LIVE)) {
      assertThatCode(() -> OutboxCheck.check(config(stack, "at-least-once", 3)))
          .doesNotThrowAnyException();
    }
  }

  private static KairosConfig config(LocalStack stack, String guarantee, int replication) {
    Map<String, String> options = new HashMap<>();
    options.put(KairosOptions.BOOTSTRAP_SERVERS.key(), stack.kafka().bootstrapServers());
    options.put(KairosOptions.TOPIC_PREFIX.key(), stack.topicPrefix());
    options.put(KairosOptions.KEY_SALT.key(), "test");
    options.put(KairosOptions.GUARANTEE.key(), guarantee);
    options.put(KairosOptions.REQUIRED_REPLICATION.key(), Integer.toString(replication));
    return KairosConfig.from(Configuration.fromMap(options));
  }
}
