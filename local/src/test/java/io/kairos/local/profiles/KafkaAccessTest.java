package io.kairos.local.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.wire.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KafkaAccessTest {
  private static final Map<String, String> GIVEN = Map.of("isolation.level", "chaos");
  private static final KafkaAccess ACCESS =
      new KafkaAccess("host:9092", "kairos.", GIVEN, RegistryConfig.NONE);

  @Test
  void readsUncommittedWhatTheJobReadsSo() {
    assertThat(isolation(Topics.inputs())).isEqualTo("read_uncommitted");
    assertThat(isolation(List.of(Topics.RULES))).isEqualTo("read_uncommitted");
  }

  @Test
  void readsCommittedWhatTheJobWrites() {
    assertThat(isolation(List.of(Topics.TRIGGERS))).isEqualTo("read_committed");
    assertThat(isolation(List.of(Topics.CART, Topics.DECISIONS))).isEqualTo("read_committed");
  }

  @Test
  void aProducerWaitsForABrokerNoLongerThanAReader() {
    assertThat(ACCESS.producer()).containsEntry("max.block.ms", 7_000);
  }

  private static Object isolation(Collection<Topics> topics) {
    return ACCESS.consumer(topics).get("isolation.level");
  }
}
