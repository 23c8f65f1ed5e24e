package io.kairos.flink.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.TestConfig;
import io.kairos.flink.config.KairosConfig;
import io.kairos.wire.Topics;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.OffsetNotAvailableException;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far time has come in the rules topic, told by where it ends and by what was read. */
class RulesLogTest {
  private static final KairosConfig CONFIG = TestConfig.of(Map.of());
  private static final TopicPartition PARTITION =
      new TopicPartition(Topics.RULES.name(CONFIG.topicPrefix()), 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final Brokers brokers = new Brokers();
  private CompletableFuture<Long> question = new CompletableFuture<>();
  private RulesLog log;

  @BeforeEach
  void open() {
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    log = RulesLog.open(CONFIG, consumer, () -> brokers);
  }

  @AfterEach
  void close() {
    question.completeExceptionally(new WakeupException());
    log.close();
    assertThat(brokers.closed).isTrue();
  }

  @Test
  void timeComesAsFarAsTheInstantOfTheQuestionWhereAllIsRead() throws Exception {
    long before = System.currentTimeMillis();
    awaitQuestion();
    long asked = System.currentTimeMillis();
    while (System.currentTimeMillis() == asked) {
      Thread.onSpinWait();
    }
    question.complete(0L);
    awaitQuestion();

    assertThat(log.next().reachedMillis()).isBetween(reached(before), reached(asked));
    assertThat(log.next()).isNull();
  }

  @Test
  void timeStandsStillWhileARecordCannotBeRead() throws Exception {
    awaitQuestion();
    question.complete(1L);
    awaitQuestion();
    assertThat(log.next()).isNull();

    consumer.schedulePollTask(() -> consumer.addRecord(record(0)));
    question.complete(1L);
    awaitQuestion();
    assertThat(log.next().update().offset()).isZero();
    assertThat(log.next()).isNull();

    question.complete(1L);
    awaitQuestion();
    assertThat(log.next().reachedMillis()).isPositive();
  }

  @Test
  void timeStandsStillWhileNobodySaysWhereTheTopicEnds() throws Exception {
    awaitQuestion();
    question.completeExceptionally(new OffsetNotAvailableException("records wait for replicas"));
    awaitQuestion();
    assertThat(log.next()).isNull();

    question.complete(0L);
    awaitQuestion();
    assertThat(log.next().reachedMillis()).isPositive();
  }

  @Test
  void whoMayNotAskIsToldSo() throws Exception {
    awaitQuestion();
    question.completeExceptionally(new AuthorizationException("not allowed"));
    log.available().get(10, TimeUnit.SECONDS);

    assertThatThrownBy(log::next).hasMessage("not allowed");
  }

  private void awaitQuestion() throws InterruptedException {
    question = brokers.questions.poll(10, TimeUnit.SECONDS);
    assertThat(question).as("another question").isNotNull();
  }

  private static long reached(long askedMillis) {
    return askedMillis
        - CONFIG.time().quiet().skewMillis()
        + CONFIG.decisions().activationDelayMillis()
        - 1;
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset) {
    byte[] any = {1, 2, 3};
    return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, any, any);
  }

  /** Questions that a test answers. */
  private static final class Brokers implements RulesLog.Ends {
    private final BlockingQueue<CompletableFuture<Long>> questions = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    @Override
    public CompletableFuture<Long> of(TopicPartition partition) {
      assertThat(partition).isEqualTo(PARTITION);
      CompletableFuture<Long> answer = new CompletableFuture<>();
      questions.add(answer);
      return answer;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
