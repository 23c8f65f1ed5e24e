package io.kairos.flink.rules;

import io.kairos.flink.config.KafkaClient;
import io.kairos.flink.config.KafkaClients;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.registry.RefusedFrame;
import io.kairos.flink.registry.SingleObjects;
import io.kairos.flink.source.proof.LogEnds;
import io.kairos.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rules topic from its beginning, in a thread of its own, and proves how far time has
 * come in it: when the end of the log, asked for at a local time, is not above what was read, every
 * later record has an append time after that, less the skew of the clocks.
 */
final class RulesLog implements AutoCloseable {
  /** Stands for the end of a bounded log. */
  static final long END = Long.MAX_VALUE;

  private static final Logger LOG = LoggerFactory.getLogger(RulesLog.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long WAKE_WITHIN_MILLIS = 1_000;
  private static final long CLOSE_WITHIN_MILLIS = 10_000;

  /** Most that may wait to be handed on, so that a slow job does not fill the memory. */
  private static final int MOST_WAITING = 10_000;

  private final KairosConfig config;
  private final SingleObjects forms;
  private final TopicPartition partition;
  private final Consumer<byte[], byte[]> consumer;
  private final Supplier<Ends> asking;
  private final Queue<Read> reads = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile CompletableFuture<Void> available = new CompletableFuture<>();
  private volatile RuntimeException failure;
  private volatile boolean closed;
  private long latestStamp = Long.MIN_VALUE;

  /**
   * Something read.
   *
   * @param update null where only time has come further
   * @param reachedMillis the watermark, epoch milliseconds; {@link #END} at the end
   */
  record Read(RuleUpdate update, long reachedMillis) {}

  /** Tells where a partition ends. For one thread. */
  interface Ends extends AutoCloseable {

    /** Asks, and does not wait. Fails as {@link LogEnds#ask} does. */
    CompletableFuture<Long> of(TopicPartition partition);

    @Override
    void close();

    /** Those that brokers tell. */
    static Ends at(KafkaClients clients) {
      LogEnds ends = LogEnds.connect(clients);
      return new Ends() {
        @Override
        public CompletableFuture<Long> of(TopicPartition partition) {
          return ends.ask(List.of(partition)).get(partition);
        }

        @Override
        public void close() {
          ends.close();
        }
      };
    }
  }

  private RulesLog(KairosConfig config, Consumer<byte[], byte[]> consumer, Supplier<Ends> asking) {
    this.config = config;
    this.forms = SingleObjects.of(config.registry());
    this.consumer = consumer;
    this.asking = asking;
    this.partition = new TopicPartition(Topics.RULES.name(config.topicPrefix()), 0);
    this.thread = new Thread(this::run, "kairos-rules");
    thread.setDaemon(true);
  }

  static RulesLog open(KairosConfig config) {
    config.kafka().requireSecrets();
    Properties settings = config.kafka().of(KafkaClient.CONSUMER);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return open(
        config,
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        () -> Ends.at(config.kafka()));
  }

  /**
   * @param consumer of this log alone, which closes it
   * @param asking used once, if the log has no end
   */
  static RulesLog open(
      KairosConfig config, Consumer<byte[], byte[]> consumer, Supplier<Ends> asking) {
    RulesLog log = new RulesLog(config, consumer, asking);
    log.thread.start();
    return log;
  }

  /**
   * What comes next; null for nothing yet.
   *
   * @throws RuntimeException if the topic can be read no more
   */
  Read next() {
    if (failure != null) {
      throw failure;
    }
    return reads.poll();
  }

  /** Done as soon as {@link #next} has something to give. */
  CompletableFuture<Void> available() {
    CompletableFuture<Void> current = available;
    if (!reads.isEmpty() || failure != null) {
      current.complete(null);
    }
    if (current.isDone() && reads.isEmpty() && failure == null) {
      available = new CompletableFuture<>();
      if (!reads.isEmpty() || failure != null) {
        available.complete(null);
      }
      return available;
    }
    return current;
  }

  private void run() {
    try (consumer) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      if (config.input().bounded()) {
        readTo(end());
        hand(new Read(null, END));
      } else {
        try (Ends ends = asking.get()) {
          follow(ends);
        }
      }
    } catch (WakeupException | InterruptException closing) {
      // Asked to stop.
    } catch (RuntimeException broken) {
      fail(broken);
    } catch (Error broken) {
      fail(new IllegalStateException("The rules topic can be read no more", broken));
    }
  }

  private void fail(RuntimeException why) {
    failure = why;
    available.complete(null);
  }

  private void readTo(long end) {
    while (!closed && consumer.position(partition) < end) {
      poll();
    }
  }

  /**
   * Reads on for ever. A broker that does not answer is asked again; time stands still meanwhile.
   */
  private void follow(Ends ends) {
    while (!closed) {
      poll();
      long now = config.time().quiet().clock().millis();
      try {
        if (end(ends) <= consumer.position(partition)) {
          long reached = now - config.time().quiet().skewMillis();
          hand(new Read(null, reached + config.decisions().activationDelayMillis() - 1));
        }
      } catch (RetriableException noAnswer) {
        // No proof, no progress.
      }
    }
  }

  private long end(Ends ends) {
    try {
      return ends.of(partition).get();
    } catch (InterruptedException closing) {
      throw new InterruptException(closing);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(failed);
    }
  }

  private long end() {
    return consumer.endOffsets(List.of(partition)).get(partition);
  }

  private void poll() {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      hand(new Read(new RuleUpdate(value(record), record.offset(), arrivalOf(record)), 0));
    }
    while (!closed && reads.size() > MOST_WAITING) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** One that cannot be brought into the usual form is refused where rules are. */
  private byte[] value(ConsumerRecord<byte[], byte[]> record) {
    try {
      return forms.of(Topics.RULES, record.value());
    } catch (RefusedFrame refused) {
      LOG.warn("Record {} of the rules topic: {}", record.offset(), refused.getMessage());
      return record.value();
    }
  }

  private long arrivalOf(ConsumerRecord<byte[], byte[]> record) {
    if (record.timestampType() == TimestampType.LOG_APPEND_TIME) {
      return record.timestamp();
    }
    latestStamp = Math.max(latestStamp, record.timestamp());
    return latestStamp;
  }

  private void hand(Read read) {
    reads.add(read);
    available.complete(null);
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join(WAKE_WITHIN_MILLIS);
      thread.interrupt(); // where it waits for the schema registry, no wake-up reaches it
      thread.join(CLOSE_WITHIN_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
