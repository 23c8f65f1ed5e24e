package io.kairos.local.profiles;

import io.kairos.local.CommandError;
import io.kairos.local.StopSignal;
import io.kairos.local.replay.WholeTopic;
import io.kairos.wire.Topics;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * A topic on any Kafka, each part of it read from the beginning to its end when its reading began.
 * What goes wrong is said as what to check.
 */
public final class TopicReader implements Closeable {
  private final KafkaAccess access;
  private final Topics topic;
  private final StopSignal stop;
  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private TopicReader(KafkaAccess access, Topics topic, StopSignal stop) throws IOException {
    this.access = access;
    this.topic = topic;
    this.stop = stop;
    this.consumer = explained(() -> access.connect(List.of(topic)));
    stop.onRequest(consumer::wakeup);
    try {
      this.partitions = explained(this::find);
    } catch (CommandError closing) {
      consumer.close();
      throw closing;
    }
  }

  /** Sees records. */
  public interface Visitor {
    void visit(ConsumerRecord<byte[], byte[]> message) throws IOException;
  }

  /**
   * Connects.
   *
   * @throws CommandError if no broker answers, or it has no such topic
   */
  public static TopicReader open(KafkaAccess access, Topics topic, StopSignal stop)
      throws IOException {
    return new TopicReader(access, topic, stop);
  }

  /** The topic with its prefix. */
  public String name() {
    return topic.name(access.topicPrefix());
  }

  /** All partitions, at least one. */
  public List<TopicPartition> partitions() {
    return partitions;
  }

  /**
   * Shows every record of some partitions, once.
   *
   * @throws CommandError if Kafka cannot be read, or the run is to end
   */
  public void read(List<TopicPartition> some, Visitor visitor) throws IOException {
    explained(
        () -> {
          for (ConsumerRecord<byte[], byte[]> message : new WholeTopic(consumer, some)) {
            visitor.visit(message);
          }
          return null;
        });
  }

  @Override
  public void close() {
    consumer.close();
  }

  private List<TopicPartition> find() {
    List<TopicPartition> found = new ArrayList<>();
    consumer
        .partitionsFor(name())
        .forEach(info -> found.add(new TopicPartition(name(), info.partition())));
    if (found.isEmpty()) {
      throw new CommandError(
          "there is no topic %s on Kafka at %s%s"
              .formatted(name(), access.bootstrapServers(), otherTopics()));
    }
    return List.copyOf(found);
  }

  private String otherTopics() {
    String others =
        consumer.listTopics().keySet().stream()
            .filter(name -> name.endsWith(topic.label()))
            .sorted()
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? ": check the address and --topic-prefix, and that the job has run"
        : "; there is " + others + ": see --topic-prefix";
  }

  private <T> T explained(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (WakeupException asked) {
      stop.throwIfRequested();
      throw asked;
    } catch (KafkaException trouble) {
      throw KafkaTrouble.explain(trouble, access);
    }
  }

  /** What is asked of Kafka. */
  private interface Question<T> {
    T ask() throws IOException;
  }
}
