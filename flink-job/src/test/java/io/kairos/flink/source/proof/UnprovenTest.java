package io.kairos.flink.source.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.source.proof.PartitionCheck.Finding;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class UnprovenTest {
  private static final TopicPartition CART = new TopicPartition("cart", 0);
  private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

  private long nanos = 5;
  private final Unproven unproven = new Unproven(() -> nanos);

  @Test
  void isNothingWhileRecordsOrProofsCome() {
    unproven.found(Map.of(CART, Finding.MOVING, ORDERS, Finding.PROVEN));
    pass(60);
    assertThat(unproven.partitions()).isZero();
    assertThat(unproven.millis()).isZero();
  }

  @Test
  void countsPartitionsAndHowLongTheFirstHasBeenOne() {
    unproven.found(Map.of(CART, Finding.UNANSWERED, ORDERS, Finding.PROVEN));
    pass(10);
    unproven.found(Map.of(CART, Finding.UNANSWERED, ORDERS, Finding.UNREAD));
    pass(1);
    assertThat(unproven.partitions()).isEqualTo(2);
    assertThat(unproven.millis()).isEqualTo(11_000);
  }

  @Test
  void aProofEndsIt() {
    unproven.found(Map.of(CART, Finding.UNANSWERED));
    pass(10);
    unproven.found(Map.of(CART, Finding.PROVEN));
    assertThat(unproven.partitions()).isZero();
    pass(5);
    unproven.found(Map.of(CART, Finding.UNANSWERED));
    assertThat(unproven.millis()).isZero();
  }

  private void pass(long seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
  }
}
