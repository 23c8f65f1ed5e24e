package io.kairos.flink.sink.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which order a batch goes out. */
final class SenderTest {
  private static final Batch BATCH =
      new Batch("s", 0, 0, "t", List.of(message("a"), message("b"), message("c")));

  private final SlowBroker broker = new SlowBroker();
  private final Sender sender = new Sender("s", new TopicPartition("t", 0), broker);

  @BeforeEach
  void open() {
    broker.initTransactions();
  }

  @Test
  void theReceiptWaitsUntilEachRecordIsConfirmed() {
    sender.send(BATCH);

    assertThat(broker.confirmedBeforeReceipt).isTrue();
    assertThat(broker.history()).hasSize(3);
    assertThat(sender.hasSent(BATCH)).isTrue();
  }

  private static Message message(String key) {
    return new Message(key.getBytes(StandardCharsets.UTF_8), new byte[] {1}, List.of());
  }

  /** Confirms a record only when it is waited for. */
  private static final class SlowBroker extends MockProducer<byte[], byte[]> {
    private boolean confirmedBeforeReceipt;

    SlowBroker() {
      super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void sendOffsetsToTransaction(
        Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
      confirmedBeforeReceipt = flushed();
    }
  }
}
