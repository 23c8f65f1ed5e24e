package io.kairos.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicRecallTest {
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final AtomicInteger connections = new AtomicInteger();

  @Test
  void tellsWhatARecordSays() {
    consumer.schedulePollTask(
        () -> {
          consumer.updateBeginningOffsets(Map.of(new TopicPartition("triggers", 0), 0L));
          consumer.addRecord(
              Triggers.record(new Place(0, 3), "bob", Triggers.send("a", 5).build()));
        });

    try (TopicRecall recall = new TopicRecall(this::connect, "triggers")) {
      assertThat(recall.text(new Place(0, 3)))
          .contains("\"id\": \"a\"", "key bob", "kairos-kind=SEND");
    }
    assertThat(consumer.closed()).isTrue();
  }

  @Test
  void saysWhyNothingCanBeToldAndAsksNoMore() {
    consumer.setPollException(new KafkaException("away"));

    try (TopicRecall recall = new TopicRecall(this::connect, "triggers")) {
      assertThat(recall.text(new Place(0, 3))).isEqualTo("not read again: away");
      assertThat(recall.text(new Place(0, 4))).isEqualTo("not read again: away");
    }
    assertThat(connections).hasValue(1);
  }

  @Test
  void connectsOnlyWhenItIsAsked() {
    new TopicRecall(this::connect, "triggers").close();

    assertThat(connections).hasValue(0);
  }

  private Consumer<byte[], byte[]> connect() {
    connections.incrementAndGet();
    return consumer;
  }
}
