package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.sink.KairosSinks;
import io.kairos.local.InputEvent;
import io.kairos.local.LocalStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A job that is away between a checkpoint and its commit for longer than a transaction may last.
 * Flink's own sink then loses what it had written, and the job goes on; the outbox has nothing open
 * that could time out.
 */
@Timeout(180)
@ExtendWith(SharedStack.class)
final class LongAbsenceIT {
  private static final int EVENTS = 3_000;
  private static final int PARTITIONS = 2;
  private static final String TIMEOUT_MILLIS = "1000";
  private static final List<InputEvent> SHOP = SomeTraffic.first(EVENTS);
  private static final long END = SomeTraffic.afterwards(SHOP);

  @Test
  void losesWithFlinksOwnSinkAndNotWithTheOutbox(LocalStack stack) throws Exception {
    String brokers = stack.kafka().bootstrapServers();

    int all =
        sent(stack, (triggers, topic) -> new AwayBeforeCommit<>(stock(brokers, topic), () -> {}));
    long begin = System.nanoTime();
    int stock =
        sent(
            stack,
            (triggers, topic) ->
                new AwayBeforeCommit<>(
                    stock(brokers, topic), () -> awaitAbort(brokers, prefix(topic))));
    long away = System.nanoTime() - begin;
    int outbox = sent(stack, (triggers, topic) -> WatchedSink.of(triggers, absence(away)));

    System.out.printf(
        "away for %d s: Flink's own sink %d triggers, the outbox %d, of %d%n",
        Duration.ofNanos(away).toSeconds(), stock, outbox, all);
    assertThat(all).isPositive();
    assertThat(Duration.ofNanos(away).toMillis()).isGreaterThan(Long.parseLong(TIMEOUT_MILLIS));
    assertThat(stock).isLessThan(all);
    assertThat(outbox).isEqualTo(all);
  }

  /** Puts another sink in the place of that for triggers. */
  private interface Exchange {
    Sink<Trigger> of(Sink<Trigger> triggers, String topic);
  }

  /** How many triggers committed readers see after a job that ended well. */
  private static int sent(LocalStack shared, Exchange exchange) throws Exception {
    try (JobOnBroker job = JobOnBroker.open(shared, PARTITIONS, TopicTime.REPLAY)) {
      job.produce(SHOP.stream().map(Input::of).toList());
      String topic = Topics.TRIGGERS.name(job.stack().topicPrefix());
      job.start(
              options(),
              sinks ->
                  new KairosSinks(
                      exchange.of(sinks.triggers(), topic),
                      sinks.decisions(),
                      sinks.profiles(),
                      sinks.deadLetters()))
          .awaitEnd();
      return Written.bytes(job.stack(), Topics.TRIGGERS).values().stream()
          .mapToInt(List::size)
          .sum();
    }
  }

  private static Map<String, String> options() {
    return JobOnBroker.with(
        JobOnBroker.replayTo(END), KairosOptions.GUARANTEE.key(), "exactly-once");
  }

  private static String prefix(String topic) {
    return "stock-" + topic;
  }

  private static KafkaSink<Trigger> stock(String brokers, String topic) {
    Properties settings = new Properties();
    settings.setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TIMEOUT_MILLIS);
    KafkaRecordSerializationSchema<Trigger> form =
        (trigger, context, timestamp) ->
            new ProducerRecord<>(topic, utf8(trigger.getCustomerId()), utf8(trigger.getId()));
    return KafkaSink.<Trigger>builder()
        .setBootstrapServers(brokers)
        .setKafkaProducerConfig(settings)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(prefix(topic))
        .setRecordSerializer(form)
        .build();
  }

  /** Until the brokers have given up on what the sink has open. */
  private static void awaitAbort(String brokers, String ids)
      throws IOException, InterruptedException {
    Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    try (Admin admin = Admin.create(settings)) {
      Deadline.await(
          "the end of a transaction",
          () ->
              admin.listTransactions().all().get().stream()
                  .filter(found -> found.transactionalId().startsWith(ids))
                  .anyMatch(found -> found.state() == TransactionState.COMPLETE_ABORT));
    } catch (IOException | InterruptedException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IOException(failed);
    }
  }

  private static Steps absence(long nanos) {
    return new Steps() {
      private static final long serialVersionUID = 1L;

      @Override
      public void beforeCommit() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos);
      }
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
