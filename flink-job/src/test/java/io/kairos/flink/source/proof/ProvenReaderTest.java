package io.kairos.flink.source.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.source.Ingested;
import io.kairos.flink.source.SpokenTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How time moves in one reader with its partitions, in Flink's own machinery. */
@SuppressWarnings("try") // a reader may be interrupted while it closes
class ProvenReaderTest {
  private static final TopicPartition CART = new TopicPartition("cart", 0);
  private static final TopicPartition ORDERS = new TopicPartition("orders", 0);
  private static final long OLD = 1_000_000_000_000L;
  private static final long BEHIND = ReaderMachinery.SKEW + ReaderMachinery.BOUND + 1;

  private final FakeEnds brokers = new FakeEnds();
  private final ListedReader listed = new ListedReader();
  private final ReaderMachinery machinery = new ReaderMachinery();
  private final SpokenTime spoken = machinery.spoken();
  private final Bell bell = new Bell();
  private final EndChecks checks =
      new EndChecks(ReaderMachinery.TIME.quiet(), new Unproven(System::nanoTime));
  private final ProvenReader<Ingested> reader = reader(0);

  @BeforeEach
  void begin() {
    brokers.put(CART, 0);
    brokers.put(ORDERS, 0);
  }

  @Test
  void timeGoesOnByProofLessSkewAndBound() throws Exception {
    assign(CART);
    long before = System.currentTimeMillis();
    rounds(2);
    assertThat(spoken.watermark()).isBetween(before - BEHIND, System.currentTimeMillis() - BEHIND);
  }

  @Test
  void aPartitionWithABacklogHoldsTimeBackHoweverOftenOthersAreProven() throws Exception {
    assign(CART, ORDERS);
    for (int second = 1; second <= 60; second++) {
      listed.append(ORDERS, second - 1, OLD + second);
      rounds(1);
      assertThat(spoken.watermark()).isLessThanOrEqualTo(OLD + second - ReaderMachinery.BOUND - 1);
    }
    assertThat(spoken.watermark()).isEqualTo(OLD + 60 - ReaderMachinery.BOUND - 1);
  }

  @Test
  void aPartitionWhoseLeaderIsAwayHoldsTimeBackAndIsNotIdle() throws Exception {
    assign(CART, ORDERS);
    brokers.goAway(ORDERS);
    rounds(50);
    assertThat(spoken.watermark()).isEqualTo(Long.MIN_VALUE);
    assertThat(spoken.idle()).isFalse();

    brokers.comeBack(ORDERS);
    brokers.answerAtLast(0);
    rounds(1);
    assertThat(spoken.watermark()).isGreaterThan(OLD);
  }

  @Test
  void anUnreadRecordHoldsTimeBackUntilItIsHandedOn() throws Exception {
    assign(CART);
    brokers.put(CART, 1, 0L);
    rounds(10);
    assertThat(spoken.watermark()).isEqualTo(Long.MIN_VALUE);

    listed.append(CART, 0, OLD);
    rounds(1);
    assertThat(spoken.watermark()).isEqualTo(OLD - ReaderMachinery.BOUND - 1);
    rounds(2);
    assertThat(spoken.watermark()).isGreaterThan(OLD);
  }

  @Test
  void aProofBehindTheLastArrivalDoesNotTurnTimeBack() throws Exception {
    assign(CART);
    rounds(2);
    long ahead = System.currentTimeMillis() + 60_000;
    brokers.put(CART, 1, 0L);
    listed.append(CART, 0, ahead);
    rounds(5);
    assertThat(spoken.watermark()).isEqualTo(ahead - ReaderMachinery.BOUND - 1);
  }

  @Test
  void aPartitionThatIsAddedLaterHoldsTimeBack() throws Exception {
    assign(CART);
    rounds(2);
    brokers.goAway(ORDERS);
    assign(ORDERS);
    long reached = spoken.watermark();
    rounds(20);
    assertThat(spoken.watermark()).isEqualTo(reached);
  }

  @Test
  void aPartitionThatIsAddedLaterBeginsAtItsFirstOffsetWhateverTheLogHasLost() {
    reader.addSplits(List.of(new KafkaPartitionSplit(CART, KafkaPartitionSplit.EARLIEST_OFFSET)));
    assertThat(listed.told()).containsExactly("splits [0]");
  }

  @Test
  void aCheckpointStandsBehindTheMarksThatWereFoundAtTheEnd() throws Exception {
    assign(7, CART);
    brokers.put(CART, 9);
    assertThat(reader.snapshotState(1)).extracting("startingOffset").containsExactly(7L);
    rounds(3);
    assertThat(reader.snapshotState(2)).extracting("startingOffset").containsExactly(9L);
  }

  @Test
  void marksBehindAnotherPlaceInTheLogDoNotMoveACheckpoint() throws Exception {
    assign(8, CART);
    brokers.put(CART, 9);
    rounds(3);
    assertThat(reader.snapshotState(1)).extracting("startingOffset").containsExactly(7L);
  }

  @Test
  void isWokenByRecordsAndByNews() throws Exception {
    reader.pollNext(machinery.output());
    CompletableFuture<Void> records = reader.isAvailable();
    assertThat(records).isNotDone();
    listed.append(CART, 0, OLD);
    assertThat(records).isDone();
    assign(CART);
    reader.pollNext(machinery.output());

    CompletableFuture<Void> news = reader.isAvailable();
    assertThat(news).isNotDone();
    bell.ring();
    assertThat(news).isDone();
  }

  @Test
  void theThreadAsksAndRingsByItself() throws Exception {
    try (ProvenReader<Ingested> running = reader(1)) {
      running.addSplits(List.of(new KafkaPartitionSplit(CART, 0)));
      machinery.output().createOutputForSplit(KafkaPartitionSplit.toSplitId(CART));
      running.start();
      while (spoken.watermark() == Long.MIN_VALUE) {
        running.isAvailable().get(10, TimeUnit.SECONDS);
        running.pollNext(machinery.output());
      }
    }
  }

  @Test
  void aReaderWithoutAPartitionBecomesIdleThoughThereAreNoChecks() throws Exception {
    try (ProvenReader<Ingested> running = reader(0)) {
      running.pollNext(machinery.output());
      running.start();
      assertThat(spoken.idle()).isFalse();
      running.handleSourceEvents(HandedOut.ALL);
      running.isAvailable().get(10, TimeUnit.SECONDS);
      running.pollNext(machinery.output());
      assertThat(spoken.idle()).isTrue();
    }
  }

  @Test
  void checksThatCannotGoOnFailTheReader() throws Exception {
    try (ProvenReader<Ingested> failing = reader(1)) {
      brokers.between(
          () -> {
            throw new IllegalStateException("broken");
          });
      failing.addSplits(List.of(new KafkaPartitionSplit(CART, 0)));
      failing.pollNext(machinery.output());
      failing.start();
      failing.isAvailable().get(10, TimeUnit.SECONDS);
      assertThatThrownBy(() -> failing.pollNext(machinery.output())).hasMessage("broken");
    }
  }

  @Test
  void allElseIsTheReadersOwn() throws Exception {
    assign(CART);
    reader.start();
    reader.pauseOrResumeSplits(List.of("a"), List.of("b"));
    reader.handleSourceEvents(new SourceEvent() {});
    reader.notifyNoMoreSplits();
    assertThat(reader.snapshotState(3)).extracting("startingOffset").containsExactly(7L);
    reader.notifyCheckpointComplete(3);
    reader.notifyCheckpointAborted(4);
    reader.close();
    assertThat(listed.told())
        .containsExactly(
            "splits [0]",
            "start",
            "pause [a] resume [b]",
            "event",
            "no more splits",
            "snapshot 3",
            "complete 3",
            "aborted 4",
            "close");
  }

  private ProvenReader<Ingested> reader(long everyMillis) {
    EndCheckThread thread = new EndCheckThread(checks, () -> brokers, everyMillis, bell::ring);
    return new ProvenReader<>(listed, checks, thread, bell, ReaderMachinery.TIME);
  }

  /** As Flink's operator does it. */
  private void assign(TopicPartition... partitions) {
    assign(0, partitions);
  }

  private void assign(long offset, TopicPartition... partitions) {
    for (TopicPartition partition : partitions) {
      machinery.output().createOutputForSplit(KafkaPartitionSplit.toSplitId(partition));
      reader.addSplits(List.of(new KafkaPartitionSplit(partition, offset)));
    }
  }

  private void rounds(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      if (checks.round(brokers)) {
        bell.ring();
      }
      reader.pollNext(machinery.output());
      machinery.emitPeriodically();
    }
  }
}
