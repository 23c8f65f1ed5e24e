package io.kairos.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kairos.wire.Feedback;
import io.kairos.wire.FeedbackStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Receives triggers, "sends" each once by writing it to a log, and reports that as feedback. */
@Command(name = "receiver", mixinStandardHelpOptions = true, showDefaultValues = true)
final class Receiver implements Callable<Integer> {
  private enum Clock {
    wall,
    events
  }

  @Mixin private ClientSettings client;

  @Option(names = "--prefix", defaultValue = "kairos.", description = "Before each topic.")
  private String prefix;

  @Option(
      names = "--group",
      defaultValue = "receiver",
      description = "Consumer group, behind the prefix.")
  private String group;

  @Option(names = "--log", defaultValue = "sent.jsonl", description = "What was sent.")
  private Path path;

  @Option(names = "--registry", description = "Address of the schema registry, if one is used.")
  private String registry;

  @Option(
      names = "--clock",
      defaultValue = "wall",
      description = "What tells whether a message is too late: ${COMPLETION-CANDIDATES}.")
  private Clock clock;

  private final List<Future<RecordMetadata>> reported = new ArrayList<>();
  private SentLog log;
  private KafkaProducer<byte[], byte[]> feedback;
  private long eventsMillis;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Receiver()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    TriggerReader reader = new TriggerReader(registry);
    CountDownLatch closed = new CountDownLatch(1);
    try (SentLog opened = new SentLog(path);
        KafkaProducer<byte[], byte[]> producer = producer();
        KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      log = opened;
      feedback = producer;
      wakeAtExit(consumer, closed);
      receive(consumer, reader);
    } catch (WakeupException stopped) {
      return 0;
    } finally {
      closed.countDown();
    }
    return 0;
  }

  private void receive(KafkaConsumer<byte[], byte[]> consumer, TriggerReader reader)
      throws IOException, InterruptedException, ExecutionException {
    consumer.subscribe(List.of(prefix + "triggers"));
    while (true) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if ("LIVE".equals(header(record, "kairos-mode"))) {
          take(reader.read(record.value()));
        }
      }
      if (!records.isEmpty()) {
        awaitReported();
        consumer.commitSync();
        log.forget(nowMillis());
      }
    }
  }

  private void take(Message message) throws IOException {
    eventsMillis = Math.max(eventsMillis, message.eventTime());
    if (message.kind().equals("SEND")) {
      report(message, send(message));
    } else if (message.kind().equals("CANCEL") && !log.knows(message)) {
      // A sender with a queue takes the message out of it here.
      log.write("CANCELLED", message);
    }
  }

  /** Gives the status to report. A repeat is reported again: the first may have got lost. */
  private FeedbackStatus send(Message message) throws IOException {
    if (log.knows(message)) {
      return FeedbackStatus.SENT;
    }
    if (message.validUntil() <= nowMillis()) {
      return FeedbackStatus.DISCARDED;
    }
    log.write("SENT", message);
    String line = message.channel() + " to " + message.customerId() + ": " + message.reason();
    // Texts of customers are not to drive the terminal.
    System.out.println(line.replaceAll("\\p{Cc}", " "));
    return FeedbackStatus.SENT;
  }

  private void report(Message message, FeedbackStatus status) throws IOException {
    Feedback report =
        Feedback.newBuilder()
            .setTriggerId(message.id())
            .setCustomerId(message.customerId())
            .setStatus(status)
            .setTime(nowMillis())
            .setChannel(message.channel())
            .build();
    byte[] value = Feedback.getEncoder().encode(report).array();
    reported.add(
        feedback.send(
            new ProducerRecord<>(
                prefix + "feedback", message.customerId().getBytes(UTF_8), value)));
  }

  /** Fails if a report got lost: the offset before it is not committed, so it is sent anew. */
  private void awaitReported() throws InterruptedException, ExecutionException {
    feedback.flush();
    for (Future<RecordMetadata> answer : reported) {
      answer.get();
    }
    reported.clear();
  }

  private long nowMillis() {
    return clock == Clock.events ? eventsMillis : System.currentTimeMillis();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  private KafkaProducer<byte[], byte[]> producer() throws IOException {
    return new KafkaProducer<>(client.read(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private KafkaConsumer<byte[], byte[]> consumer() throws IOException {
    Properties settings = client.read();
    settings.put("group.id", prefix + group);
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    settings.put("isolation.level", "read_committed");
    // Back soon after a crash.
    settings.put("session.timeout.ms", "10000");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** On Ctrl-C the loop ends; what was taken and not committed comes again. */
  private static void wakeAtExit(KafkaConsumer<?, ?> consumer, CountDownLatch closed) {
    Thread hook =
        new Thread(
            () -> {
              consumer.wakeup();
              try {
                closed.await();
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }
}
