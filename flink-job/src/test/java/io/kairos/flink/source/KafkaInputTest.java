package io.kairos.flink.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.TestConfig;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer.PartitionOffsetsRetriever;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KafkaInputTest {
  private static final TopicPartition CART = new TopicPartition("kairos.cart", 0);

  @Test
  void aJobWithoutStateBeginsAtTheBeginningThoughItsGroupStoodElsewhere() throws Exception {
    Object kafka = field(KafkaInput.of(TestConfig.of(Map.of())), "kafka");
    var start = (OffsetsInitializer) field(kafka, "startingOffsetsInitializer");

    assertThat(start.getPartitionOffsets(List.of(CART), new Stood()))
        .containsOnly(Map.entry(CART, 7L));
  }

  @Test
  void noOffsetIsResetInSilence() throws Exception {
    Object kafka = field(KafkaInput.of(TestConfig.of(Map.of())), "kafka");

    assertThat(((Properties) field(kafka, "props")).getProperty("auto.offset.reset"))
        .isEqualTo("none");
  }

  /** Flink tells nobody where a source begins. */
  private static Object field(Object of, String name) throws ReflectiveOperationException {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }

  /** A group that has read to 42 of a log from 7 to 100. */
  private static final class Stood implements PartitionOffsetsRetriever {
    @Override
    public Map<TopicPartition, Long> committedOffsets(Collection<TopicPartition> partitions) {
      return all(partitions, 42);
    }

    @Override
    public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
      return all(partitions, 100);
    }

    @Override
    public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
      return all(partitions, 7);
    }

    @Override
    public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      return Map.of();
    }

    private static Map<TopicPartition, Long> all(Collection<TopicPartition> of, long offset) {
      Map<TopicPartition, Long> all = new HashMap<>();
      of.forEach(partition -> all.put(partition, offset));
      return all;
    }
  }
}
