package io.kairos.flink.source.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RecordSearchTest {
  private static final TopicPartition CART = new TopicPartition("cart", 0);
  private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");

  @Test
  void nothingIsFoundOutOfAPartitionThatLacksRecordsAndOfTheOthersAsEver() {
    consumer.updateBeginningOffsets(Map.of(CART, 7L, ORDERS, 0L));
    consumer.schedulePollTask(() -> append("cart", 7));
    consumer.schedulePollTask(() -> append("orders", 5));

    try (RecordSearch search = new RecordSearch(consumer)) {
      assertThat(search.look(Map.of(CART, 2L, ORDERS, 3L)))
          .containsOnly(Map.entry(ORDERS, new Stretch(3, 5, true)));
    }
  }

  @Test
  void aPartitionThatWasRefusedIsLookedAtAgainTheNextTime() {
    consumer.updateBeginningOffsets(Map.of(CART, 7L));
    consumer.schedulePollTask(() -> append("cart", 7));
    try (RecordSearch search = new RecordSearch(consumer)) {
      assertThat(search.look(Map.of(CART, 2L))).isEmpty();

      consumer.schedulePollTask(() -> append("cart", 9));
      assertThat(search.look(Map.of(CART, 8L)))
          .containsOnly(Map.entry(CART, new Stretch(8, 9, true)));
    }
  }

  private void append(String topic, long offset) {
    consumer.addRecord(new ConsumerRecord<>(topic, 0, offset, null, null));
  }
}
