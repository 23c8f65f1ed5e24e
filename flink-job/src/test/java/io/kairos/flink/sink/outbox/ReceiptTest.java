package io.kairos.flink.sink.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

final class ReceiptTest {
  private static final int BATCHES = 30;
  private static final int TRIES = 200;

  @Test
  void coversWhatWentOutInAnyOrderAndNothingElse() {
    Random random = new Random(7);
    for (int i = 0; i < TRIES; i++) {
      List<Long> order = new ArrayList<>(LongStream.range(0, BATCHES).boxed().toList());
      Collections.shuffle(order, random);
      List<Long> sent = order.subList(0, random.nextInt(BATCHES + 1));
      Receipt receipt = Receipt.NONE;
      for (long number : sent) {
        receipt = Receipt.of(receipt.with(number).kept());
      }
      for (long number = 0; number < BATCHES; number++) {
        assertThat(receipt.covers(number)).isEqualTo(sent.contains(number));
      }
    }
  }

  @Test
  void isOneNumberAsLongAsBatchesGoOutInOrder() {
    Receipt receipt = Receipt.NONE;
    for (long number = 0; number < BATCHES; number++) {
      receipt = receipt.with(number);
      assertThat(receipt.kept()).isEqualTo(new OffsetAndMetadata(number + 1, ""));
    }
  }

  @Test
  void noneCoversNothing() {
    assertThat(Receipt.NONE.covers(0)).isFalse();
  }
}
