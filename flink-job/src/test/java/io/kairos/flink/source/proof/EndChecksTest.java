package io.kairos.flink.source.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.TimeConfig;
import io.kairos.flink.config.WallClock;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class EndChecksTest {
  private static final TopicPartition CART = new TopicPartition("cart", 0);
  private static final TopicPartition ORDERS = new TopicPartition("orders", 0);
  private static final long NEVER = Long.MIN_VALUE;

  private final FakeEnds brokers = new FakeEnds();
  private final Unproven unproven = new Unproven(System::nanoTime);
  private final EndChecks checks =
      new EndChecks(new TimeConfig.Quiet(1, 1_000, WallClock.REAL), unproven);

  @Test
  void aPartitionReadToItsEndIsProvenForTheTimeOfTheQuestion() throws Exception {
    ReadPosition read = reading(CART, 5);
    brokers.put(CART, 5);
    long before = now();
    long[] asked = new long[1];
    brokers.between(() -> asked[0] = tick());
    rounds(2);
    assertThat(read.provenMillis()).isBetween(before, asked[0] - 1);
  }

  @Test
  void anEmptyPartitionIsProvenToo() throws Exception {
    ReadPosition read = reading(CART, 0);
    brokers.put(CART, 0);
    rounds(2);
    assertThat(read.provenMillis()).isPositive();
  }

  @Test
  void withoutAnAnswerNothingIsProven() throws Exception {
    ReadPosition read = reading(CART, 5);
    brokers.put(CART, 5);
    brokers.goAway(CART);
    rounds(20);
    assertThat(read.provenMillis()).isEqualTo(NEVER);
    assertThat(unproven.partitions()).isEqualTo(1);
  }

  @Test
  void aPartitionWhoseLeaderIsAwayDoesNotKeepOthersFromTheirProof() throws Exception {
    ReadPosition cart = reading(CART, 5);
    ReadPosition orders = reading(ORDERS, 5);
    brokers.put(CART, 5);
    brokers.put(ORDERS, 5);
    brokers.goAway(ORDERS);
    rounds(3);
    long first = cart.provenMillis();
    tick();
    rounds(1);
    assertThat(cart.provenMillis()).isGreaterThan(first);
    assertThat(orders.provenMillis()).isEqualTo(NEVER);
  }

  @Test
  void aLateAnswerProvesNoMoreThanTheTimeOfItsQuestion() throws Exception {
    ReadPosition read = reading(CART, 5);
    brokers.put(CART, 5);
    brokers.goAway(CART);
    rounds(2);
    long asked = now();
    tick();
    brokers.answerAtLast(5);
    rounds(1);
    assertThat(read.provenMillis()).isPositive().isLessThanOrEqualTo(asked);
  }

  @Test
  void aQuestionThatFailedIsPutAgain() throws Exception {
    ReadPosition read = reading(CART, 5);
    brokers.put(CART, 5);
    brokers.goAway(CART);
    rounds(3);
    assertThat(brokers.takeAsked()).hasSize(1);
    brokers.comeBack(CART);
    brokers.refuseAtLast();
    rounds(1);
    assertThat(read.provenMillis()).isEqualTo(NEVER);
    rounds(1);
    assertThat(read.provenMillis()).isPositive();
  }

  @Test
  void anEndAboveTheReaderProvesNothing() throws Exception {
    ReadPosition read = reading(CART, 5);
    brokers.put(CART, 6, 5L);
    rounds(20);
    assertThat(read.provenMillis()).isEqualTo(NEVER);
  }

  @Test
  void anEndBelowTheReaderIsAProof() throws Exception {
    ReadPosition read = reading(CART, 5);
    brokers.put(CART, 4);
    rounds(2);
    assertThat(read.provenMillis()).isPositive();
  }

  @Test
  void aRecordThatIsHandedOnBeforeTheAnswerComesCounts() throws Exception {
    ReadPosition read = reading(CART, 5);
    brokers.put(CART, 6, 5L);
    brokers.between(() -> read.passed(5));
    rounds(2);
    assertThat(read.provenMillis()).isPositive();
  }

  @Test
  void noQuestionIsAskedWhileRecordsCome() throws Exception {
    ReadPosition read = reading(CART, 0);
    for (int offset = 0; offset < 10; offset++) {
      read.passed(offset);
      rounds(1);
    }
    assertThat(brokers.takeAsked()).isEmpty();
    assertThat(unproven.partitions()).isZero();
  }

  @Test
  void theMarkOfATransactionIsNotARecordThatIsUnread() throws Exception {
    ReadPosition read = reading(CART, 5);
    brokers.put(CART, 6);
    rounds(3);
    assertThat(read.provenMillis()).isPositive();
    rounds(20);
    assertThat(brokers.looks()).isEqualTo(1);
  }

  @Test
  void aRecordBehindMarksIsUnreadUntilItIsHandedOn() throws Exception {
    ReadPosition read = reading(CART, 5);
    brokers.put(CART, 9, 7L);
    rounds(20);
    assertThat(read.provenMillis()).isEqualTo(NEVER);
    assertThat(brokers.looks()).isEqualTo(1);

    read.passed(7);
    rounds(3);
    assertThat(read.provenMillis()).isPositive();
  }

  @Test
  void moreMarksAreFoundEmptyInTheirTurn() throws Exception {
    ReadPosition read = reading(CART, 5);
    brokers.put(CART, 6);
    rounds(3);
    brokers.put(CART, 8);
    rounds(2);
    long before = read.provenMillis();
    tick();
    rounds(1);
    assertThat(read.provenMillis()).isGreaterThan(before);
    assertThat(brokers.looks()).isEqualTo(2);
  }

  @Test
  void aRecordAfterMarksThatWereFoundEmptyIsUnread() throws Exception {
    ReadPosition read = reading(CART, 5);
    brokers.put(CART, 6);
    rounds(3);
    long before = read.provenMillis();
    tick();
    brokers.put(CART, 7, 6L);
    rounds(20);
    assertThat(read.provenMillis()).isEqualTo(before);
  }

  @Test
  void whatWasDeletedBeforeTheJobBeganIsNotUnread() throws Exception {
    ReadPosition read = reading(CART, 0);
    brokers.put(CART, 100);
    rounds(3);
    assertThat(read.provenMillis()).isPositive();
  }

  @Test
  void aPartitionThatIsAddedLaterIsCheckedToo() throws Exception {
    brokers.put(CART, 5);
    reading(CART, 5);
    rounds(5);
    brokers.put(ORDERS, 3);
    ReadPosition orders = reading(ORDERS, 3);
    rounds(2);
    assertThat(orders.provenMillis()).isPositive();
  }

  @Test
  void aRestoredPartitionIsReadUpToWhereItsCheckpointStood() throws Exception {
    ReadPosition behind = reading(CART, 42);
    ReadPosition atEnd = reading(ORDERS, 42);
    brokers.put(CART, 43, 42L);
    brokers.put(ORDERS, 42);
    rounds(5);
    assertThat(behind.provenMillis()).isEqualTo(NEVER);
    assertThat(atEnd.provenMillis()).isPositive();
  }

  @Test
  void allSilentPartitionsAreAskedForAtOnce() throws Exception {
    reading(CART, 0);
    reading(ORDERS, 0);
    brokers.put(CART, 0);
    brokers.put(ORDERS, 0);
    rounds(1);
    brokers.between(() -> assertThat(brokers.takeAsked()).contains(CART, ORDERS));
    rounds(1);
  }

  private ReadPosition reading(TopicPartition partition, long startingOffset) {
    ReadPosition read = new ReadPosition(startingOffset);
    checks.watch(partition, read);
    return read;
  }

  private void rounds(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      checks.round(brokers);
    }
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  /** Lets the clock move on by a millisecond at least. */
  private static long tick() {
    long before = now();
    while (now() == before) {
      Thread.onSpinWait();
    }
    return now();
  }
}
