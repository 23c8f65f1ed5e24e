package io.kairos.local.job;

import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.metrics.Tally;
import io.kairos.flink.sink.KairosSinks;
import io.kairos.local.LocalJob;
import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Topics of their own on the shared broker, and runs of the job over them. */
final class JobOnBroker implements Closeable {
  private static final AtomicInteger OPENED = new AtomicInteger();
  private static final int LARGEST_REQUEST = 4 << 20;

  private final LocalStack stack;
  private final Producer<byte[], byte[]> producer;
  private final List<RunningJob> started = new ArrayList<>();

  private JobOnBroker(LocalStack stack) {
    this.stack = stack;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stack.kafka().bootstrapServers(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                LARGEST_REQUEST,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                5),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Makes the topics. */
  static JobOnBroker open(LocalStack shared, int partitions, TopicTime time)
      throws InterruptedException {
    return over(another(shared, partitions, time));
  }

  /** Over topics that are there. */
  static JobOnBroker over(LocalStack stack) {
    return new JobOnBroker(stack);
  }

  /** The shared stack with other topics. */
  static LocalStack another(LocalStack shared, int partitions, TopicTime time)
      throws InterruptedException {
    return shared.another("it-" + OPENED.incrementAndGet() + ".", partitions, time);
  }

  LocalStack stack() {
    return stack;
  }

  /** Writes records in this order; returns where each came to lie. */
  List<RecordMetadata> produce(List<Input> inputs) throws Exception {
    List<Future<RecordMetadata>> answers = new ArrayList<>(inputs.size());
    for (Input input : inputs) {
      answers.add(producer.send(input.record(stack.topicPrefix())));
    }
    producer.flush();
    List<RecordMetadata> places = new ArrayList<>(inputs.size());
    for (Future<RecordMetadata> answer : answers) {
      places.add(answer.get());
    }
    return places;
  }

  /** Writes records in a transaction of their own, and commits it. */
  void produceInTransaction(List<Input> inputs) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            stack.kafka().bootstrapServers(),
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            stack.topicPrefix() + "transaction");
    try (Producer<byte[], byte[]> transactional =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      transactional.initTransactions();
      transactional.beginTransaction();
      inputs.forEach(input -> transactional.send(input.record(stack.topicPrefix())));
      transactional.commitTransaction();
    }
  }

  /** Moves the time of every input partition to an instant at least. */
  void tick(long stampMillis) throws Exception {
    List<Input> ticks = new ArrayList<>();
    for (Topics topic : Topics.inputs()) {
      for (int partition = 0; partition < stack.topics().partitions(topic); partition++) {
        ticks.add(Input.tick(topic, partition, stampMillis));
      }
    }
    produce(ticks);
  }

  /** Options of a run over what the topics hold; the first failure would end it. */
  static Map<String, String> replayTo(long endMillis) {
    return Map.of(
        KairosOptions.BOUNDED.key(),
        "true",
        KairosOptions.END.key(),
        Long.toString(endMillis),
        KairosOptions.END_CHECK.key(),
        "0 s",
        KairosOptions.ALIGNMENT.key(),
        "30 d",
        KairosOptions.MODE.key(),
        "replay",
        "flink.execution.checkpointing.interval",
        "1 s",
        "flink.restart-strategy.type",
        "none");
  }

  /** The same with its sinks exchanged. */
  RunningJob start(Map<String, String> options, UnaryOperator<KairosSinks> exchange)
      throws IOException, InterruptedException {
    RunningJob job = LocalJob.submit(stack, options, exchange);
    started.add(job);
    return job;
  }

  RunningJob start(Map<String, String> options) throws IOException, InterruptedException {
    return start(options, sinks -> sinks);
  }

  /** Runs the job to its end. */
  JobExecutionResult run(Map<String, String> options) throws Exception {
    return start(options).awaitEnd();
  }

  /** Options with some more of them, or others. */
  static Map<String, String> with(Map<String, String> options, String... keysAndValues) {
    Map<String, String> all = new HashMap<>(options);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      all.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return all;
  }

  /** What the job has counted under a kind, such as "rejected", by label. */
  static Map<String, Long> counted(JobExecutionResult result, String kind) {
    String prefix = Tally.name(kind, "");
    Map<String, Long> counts = new HashMap<>();
    result
        .getAllAccumulatorResults()
        .forEach(
            (name, count) -> {
              if (name.startsWith(prefix)) {
                counts.put(name.substring(prefix.length()), (Long) count);
              }
            });
    return counts;
  }

  /** Ends what a test that failed has left behind: it would hold the slots of all that follow. */
  @Override
  public void close() throws IOException {
    started.stream().filter(job -> !job.isEnded()).forEach(RunningJob::cancel);
    producer.close();
    stack.close();
  }
}
