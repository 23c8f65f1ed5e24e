package io.kairos.local.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.wire.Profile;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TriggerTailTest {
  private static final TopicPartition TRIGGERS = new TopicPartition("t.triggers", 0);
  private static final TopicPartition PROFILES = new TopicPartition("t.profiles", 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final TriggerTail tail = new TriggerTail(consumer, "t.");
  private long offset;

  @BeforeEach
  void createTopics() {
    for (TopicPartition topic : List.of(TRIGGERS, PROFILES)) {
      consumer.updatePartitions(
          topic.topic(), List.of(new PartitionInfo(topic.topic(), 0, null, null, null)));
    }
    consumer.updateBeginningOffsets(Map.of(TRIGGERS, 0L, PROFILES, 0L));
  }

  @Test
  void sumsUpTriggersAndProfilesUntilClosed() throws IOException {
    ByteBuffer trigger = Trigger.getEncoder().encode(Triggers.send("1", "dormancy"));
    reading(
        () -> {
          add(TRIGGERS, "c1", trigger.array());
          add(PROFILES, "c1", profile("c1", 2, 0, "none"));
          add(PROFILES, "c2", profile("c2", 1, 3, "gold"));
          add(PROFILES, "c1", profile("c1", 3, 1, "none"));
          add(PROFILES, "c3", profile("c3", 9, 9, "gold"));
          add(PROFILES, "c3", null);
        });
    tail.run();
    tail.throwIfFailed();
    assertThat(tail.triggers().byRule()).isEqualTo(Map.of("dormancy", 1L));
    assertThat(tail.customers()).isEqualTo(new CustomerTally(2, 4, 2, Map.of("gold", 1L)));
    assertThat(consumer.closed()).isTrue();
  }

  @Test
  void tellsWhichRecordItCannotRead() {
    reading(() -> add(TRIGGERS, "c1", new byte[] {1, 2, 3}));
    tail.run();
    assertThatThrownBy(tail::throwIfFailed)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("unreadable record t.triggers-0@0");
  }

  /** Records for the first poll; the tail is closed at the second. */
  private void reading(Runnable records) {
    consumer.schedulePollTask(records);
    consumer.schedulePollTask(tail::close);
  }

  private void add(TopicPartition topic, String key, byte[] value) {
    byte[] keyBytes = key.getBytes(UTF_8);
    consumer.addRecord(
        new ConsumerRecord<>(topic.topic(), topic.partition(), offset++, keyBytes, value));
  }

  private static byte[] profile(String customer, long sessions, long cartCount, String tier) {
    Profile profile =
        Profile.newBuilder()
            .setCustomerId(customer)
            .setAsOf(1)
            .setCurrency("CNY")
            .setSessions(sessions)
            .setCartCount(cartCount)
            .setTier(tier)
            .build();
    try {
      return Profile.getEncoder().encode(profile).array();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }
}
