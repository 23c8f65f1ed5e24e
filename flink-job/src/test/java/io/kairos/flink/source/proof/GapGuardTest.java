package io.kairos.flink.source.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.config.DeletedEvents;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;

class GapGuardTest {
  private static final TopicPartition CART = new TopicPartition("kairos.cart", 3);

  private final MockConsumer<byte[], byte[]> consumer = consumer();
  private final SimpleCounter skipped = new SimpleCounter();
  private final SkippedGaps gaps = new SkippedGaps(skipped);

  @Test
  void stopsAndSaysWhereAndHowMuchIsMissingAndWhatToDo() {
    log(4_500, 9_000);

    assertThatThrownBy(() -> refuse(DeletedEvents.STOP, 120))
        .isInstanceOf(EventsDeleted.class)
        .hasMessageStartingWith("EVENTS_DELETED: records of partition kairos.cart-3 were deleted")
        .hasMessageContaining("up to offset 120, and the earliest there is is 4,500: 4,380 offsets")
        .hasMessageContaining("Raise retention.ms")
        .hasMessageContaining("source.deleted-events skip");
    assertThat(consumer.position(CART)).isEqualTo(120);
    assertThat(skipped.getCount()).isZero();
  }

  @Test
  void goesOnAtTheEarliestRecordAndCountsWhereItIsToSkip() {
    log(4_500, 9_000);

    refuse(DeletedEvents.SKIP, 120);

    assertThat(consumer.position(CART)).isEqualTo(4_500);
    assertThat(skipped.getCount()).isEqualTo(4_380);
  }

  @Test
  void aLogThatEndsBeforeWhatWasReadIsAnother() {
    log(0, 10);

    assertThatThrownBy(() -> refuse(DeletedEvents.STOP, 120))
        .hasMessageStartingWith(
            "EVENTS_DELETED: partition kairos.cart-3 is read up to offset 120, but ends at 10")
        .hasMessageContaining("deleted and created anew");

    refuse(DeletedEvents.SKIP, 120);
    assertThat(consumer.position(CART)).isZero();
    assertThat(skipped.getCount()).isZero();
  }

  @Test
  void whatIsInItsLogByTheTimeItIsLookedForIsAskedForOnceMore() {
    log(0, 120);

    refuse(DeletedEvents.STOP, 120);
    refuse(DeletedEvents.SKIP, 120);

    assertThat(consumer.position(CART)).isEqualTo(120);
    assertThat(gaps.behind(CART, 120)).isEqualTo(120);
  }

  @Test
  void aCheckpointStandsBehindTheGapUntilSomethingIsReadThere() {
    log(0, 10);
    refuse(DeletedEvents.SKIP, 120);

    assertThat(gaps.behind(CART, 120)).isZero();
    assertThat(gaps.behind(CART, 4)).isEqualTo(4);
    assertThat(gaps.behind(new TopicPartition("kairos.cart", 4), 120)).isEqualTo(120);
  }

  @Test
  void whoCallsItAwayIsHeard() {
    log(4_500, 9_000);
    consumer.wakeup();

    refuse(DeletedEvents.SKIP, 120);
    assertThat(consumer.position(CART)).isEqualTo(120);

    refuse(DeletedEvents.SKIP, 120);
    assertThat(consumer.position(CART)).isEqualTo(4_500);
    assertThat(skipped.getCount()).isEqualTo(4_380);
  }

  private void log(long begin, long end) {
    consumer.updateBeginningOffsets(Map.of(CART, begin));
    consumer.updateEndOffsets(Map.of(CART, end));
  }

  private void refuse(DeletedEvents deleted, long next) {
    consumer.seek(CART, next);
    guard(deleted).passOver(new OffsetOutOfRangeException(Map.of(CART, next)));
  }

  private GapGuard guard(DeletedEvents deleted) {
    return new GapGuard(consumer, deleted, gaps);
  }

  /** One that can be called away from a question, too, as Kafka's own can. */
  private static MockConsumer<byte[], byte[]> consumer() {
    MockConsumer<byte[], byte[]> consumer =
        new MockConsumer<>("none") {
          private boolean called;

          @Override
          public synchronized void wakeup() {
            called = true;
          }

          @Override
          public synchronized Map<TopicPartition, Long> beginningOffsets(
              Collection<TopicPartition> partitions) {
            if (called) {
              called = false;
              throw new WakeupException();
            }
            return super.beginningOffsets(partitions);
          }
        };
    consumer.assign(List.of(CART));
    return consumer;
  }
}
