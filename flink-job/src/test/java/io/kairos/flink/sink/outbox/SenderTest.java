package io.kairos.flink.sink.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which order a batch goes out, and what is left open. */
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

  @Test
  void whoHasSentToTheEndLeavesAtOnce() {
    sender.send(BATCH);
    sender.close();

    assertThat(broker.closedWithin).isZero();
  }

  @Test
  void whoFailedInTheMiddleLeavesTimeToTakeItBack() {
    broker.flushException = new TimeoutException("a record was not confirmed");
    assertThatThrownBy(() -> sender.send(BATCH)).isSameAs(broker.flushException);
    sender.close();

    assertThat(broker.closedWithin).isEqualTo(Sender.TO_TAKE_BACK);
    assertThat(sender.hasSent(BATCH)).isFalse();
  }

  @Test
  void aCommitOfWhichNobodyKnowsIsNeverTakenBackByTheSenderItself() {
    broker.commitTransactionException = new TimeoutException("no answer");
    assertThatThrownBy(() -> sender.send(BATCH)).isSameAs(broker.commitTransactionException);
    sender.close();

    assertThat(broker.transactionAborted()).isFalse();
    assertThat(sender.hasSent(BATCH)).isFalse();
  }

  @Test
  void whatGoesWrongInClosingHidesNoOtherError() {
    broker.closeException = new KafkaException("not closed in time");
    assertThatCode(sender::close).doesNotThrowAnyException();

    broker.closeException = new InterruptException(new InterruptedException());
    assertThatCode(sender::close).doesNotThrowAnyException();
    assertThat(Thread.interrupted()).isTrue();
  }

  private static Message message(String key) {
    return new Message(key.getBytes(StandardCharsets.UTF_8), new byte[] {1}, List.of());
  }

  /** Confirms a record only when it is waited for. */
  private static final class SlowBroker extends MockProducer<byte[], byte[]> {
    private boolean confirmedBeforeReceipt;
    private Duration closedWithin;

    SlowBroker() {
      super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void sendOffsetsToTransaction(
        Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
      confirmedBeforeReceipt = flushed();
    }

    @Override
    public void close(Duration atMost) {
      closedWithin = atMost;
      super.close(atMost);
    }
  }
}
