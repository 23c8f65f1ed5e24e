package io.kairos.flink.sink.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

final class OutboxWriterTest {
  private static final int KEY_BYTES = 1;
  private static final int VALUE_BYTES = 99;
  private static final long FULL = 10L * (KEY_BYTES + VALUE_BYTES);

  @Test
  void handsOverWhatWasWrittenSinceTheLastTime() {
    OutboxWriter<Integer> writer = writer(FULL);
    write(writer, 2);
    Batch first = only(writer.prepareCommit());
    write(writer, 3);
    Batch second = only(writer.prepareCommit());

    assertThat(first.messages()).hasSize(2);
    assertThat(second.messages()).hasSize(3);
    assertThat(List.of(first.number(), second.number())).containsExactly(0L, 1L);
    assertThat(first.sender()).isEqualTo(second.sender()).startsWith("it.outbox-");
    assertThat(first.madeMillis()).isEqualTo(42);
  }

  @Test
  void handsOverNothingWhereNothingWasWritten() {
    assertThat(writer(FULL).prepareCommit()).isEmpty();
  }

  @Test
  void noTwoWritersHaveOneName() {
    OutboxWriter<Integer> one = writer(FULL);
    OutboxWriter<Integer> other = writer(FULL);
    write(one, 1);
    write(other, 1);

    assertThat(only(one.prepareCommit()).sender())
        .isNotEqualTo(only(other.prepareCommit()).sender());
  }

  @Test
  void failsByNameWhenItIsFullAndNotBefore() {
    OutboxWriter<Integer> writer = writer(FULL);

    assertThatCode(() -> write(writer, 10)).doesNotThrowAnyException();
    assertThatThrownBy(() -> write(writer, 1))
        .isInstanceOf(OutboxFull.class)
        .hasMessageContaining("OUTBOX_FULL: triggers of 1,100 bytes")
        .hasMessageContaining("sink.max-uncommitted");
  }

  @Test
  void hasRoomAgainOnceABatchHasGoneOut() {
    OutboxWriter<Integer> writer = writer(FULL);
    write(writer, 10);
    Waiting.gone(only(writer.prepareCommit()));

    assertThatCode(() -> write(writer, 10)).doesNotThrowAnyException();
  }

  @Test
  void batchesOfCheckpointsThatFailedTakeRoom() {
    OutboxWriter<Integer> writer = writer(FULL);
    write(writer, 6);
    writer.prepareCommit();
    write(writer, 4);
    writer.prepareCommit();

    assertThatThrownBy(() -> write(writer, 1)).isInstanceOf(OutboxFull.class);
  }

  @Test
  void aWriterAfterARestartBeginsWithAllItsRoom() {
    OutboxWriter<Integer> before = writer(FULL);
    write(before, 10);
    Batch left = only(before.prepareCommit());
    before.close();
    OutboxWriter<Integer> writer = writer(FULL);
    write(writer, 10);
    Waiting.gone(left);

    assertThatThrownBy(() -> write(writer, 1)).isInstanceOf(OutboxFull.class);
  }

  private static OutboxWriter<Integer> writer(long maxBytes) {
    return new OutboxWriter<>(
        new OutboxWriter.Form<>(
            "t",
            (element, context, timestamp) ->
                new ProducerRecord<>("t", new byte[KEY_BYTES], new byte[VALUE_BYTES]),
            null),
        "it.outbox-",
        maxBytes,
        () -> 42);
  }

  private static void write(OutboxWriter<Integer> writer, int elements) {
    for (int i = 0; i < elements; i++) {
      writer.write(
          i,
          new SinkWriter.Context() {
            @Override
            public long currentWatermark() {
              return 0;
            }

            @Override
            public Long timestamp() {
              return null;
            }
          });
    }
  }

  private static Batch only(Collection<Batch> batches) {
    assertThat(batches).hasSize(1);
    return batches.iterator().next();
  }
}
