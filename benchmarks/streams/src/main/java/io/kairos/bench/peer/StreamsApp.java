package io.kairos.bench.peer;

import io.kairos.bench.meter.Meter;
import io.kairos.bench.meter.ReadCount;
import io.kairos.bench.shop.Arguments;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** Kafka Streams: a processor over a store, changelogs, and a punctuator. */
public final class StreamsApp {
  private StreamsApp() {}

  /**
   * Runs until all that the topics hold at the start is processed; see {@link Arguments} for what
   * it is told.
   */
  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.of(args);
    try (Broker broker = new Broker(arguments)) {
      run(arguments, broker.records());
      broker.forget();
    }
  }

  private static void run(Arguments arguments, long records)
      throws ExecutionException, InterruptedException {
    CompletableFuture<Void> end = new CompletableFuture<>();
    AtomicLong left = new AtomicLong(records);
    Runnable processed =
        () -> {
          if (left.decrementAndGet() == 0) {
            end.complete(null);
          }
        };
    try (KafkaStreams streams =
        new KafkaStreams(ShopTopology.of(arguments, processed), settings(arguments))) {
      streams.setUncaughtExceptionHandler(
          error -> {
            end.completeExceptionally(error);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
          });
      streams.start();
      try {
        end.get();
        Meter.partDone(1);
      } finally {
        streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
      }
    }
  }

  /** Its defaults, but for what the benchmark gives to everyone. */
  private static Properties settings(Arguments arguments) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, arguments.group());
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, arguments.bootstrap());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, arguments.state().toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, arguments.slots());
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, arguments.checkpointMillis());
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
        ReadCount.class.getName());
    arguments
        .consumer()
        .forEach(
            (name, value) -> settings.put(StreamsConfig.mainConsumerPrefix((String) name), value));
    return settings;
  }
}
