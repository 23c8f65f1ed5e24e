package io.kairos.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicGaugeTest {
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

  @BeforeEach
  void createTopics() {
    consumer.updatePartitions("t.cart", List.of(partition(0), partition(1)));
    holding(0, 0);
  }

  @Test
  void addsUpThePartitionsOfATopic() {
    TopicGauge gauge = gauge();
    holding(3, 4);
    assertThat(gauge.read(1_000)).containsExactly(new TopicFill("cart", 7, 0));
  }

  @Test
  void measuresTheRateOverTheLastFiveSeconds() {
    TopicGauge gauge = gauge();
    gauge.read(0);
    holding(100, 0);
    assertThat(gauge.read(2_000)).containsExactly(new TopicFill("cart", 100, 50));
    assertThat(gauge.read(5_000)).containsExactly(new TopicFill("cart", 100, 20));
    assertThat(gauge.read(5_001)).containsExactly(new TopicFill("cart", 100, 0));
  }

  private TopicGauge gauge() {
    return new TopicGauge(consumer, List.of(Topics.CART), "t.");
  }

  private void holding(long first, long second) {
    consumer.updateEndOffsets(
        Map.of(new TopicPartition("t.cart", 0), first, new TopicPartition("t.cart", 1), second));
  }

  private static PartitionInfo partition(int number) {
    return new PartitionInfo("t.cart", number, null, null, null);
  }
}
