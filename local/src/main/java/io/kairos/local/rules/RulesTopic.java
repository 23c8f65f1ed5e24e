package io.kairos.local.rules;

import io.kairos.local.CommandError;
import io.kairos.local.StopSignal;
import io.kairos.local.profiles.KafkaAccess;
import io.kairos.local.profiles.KafkaTrouble;
import io.kairos.local.replay.WholeTopic;
import io.kairos.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** The rules topic of a Kafka cluster. */
public final class RulesTopic {
  private final KafkaAccess access;
  private final Duration activationDelay;
  private final String name;
  private final RuleRecords records = new RuleRecords();

  /**
   * Of a cluster, whose job takes records into effect after a delay.
   *
   * @param activationDelay in event time
   */
  public RulesTopic(KafkaAccess access, Duration activationDelay) {
    this.access = access;
    this.activationDelay = activationDelay;
    this.name = Topics.RULES.name(access.topicPrefix());
  }

  /** The cluster that it is on. */
  public KafkaAccess access() {
    return access;
  }

  /** How long after its append a record takes effect at the earliest. */
  public Duration activationDelay() {
    return activationDelay;
  }

  /**
   * All of the topic at one moment.
   *
   * @param published in its order
   * @param unreadable how many records this release cannot read
   * @param end the offset of the record to come
   */
  public record Contents(List<Published> published, int unreadable, long end) {}

  /**
   * Reads it from the beginning to its end.
   *
   * @throws CommandError if Kafka does not answer, or there is no such topic of one partition
   */
  public Contents read() {
    try (StopSignal stop = StopSignal.install();
        Consumer<byte[], byte[]> consumer = access.connect(List.of(Topics.RULES))) {
      stop.onRequest(consumer::wakeup);
      return read(consumer, stop);
    } catch (KafkaException trouble) {
      throw KafkaTrouble.explain(trouble, access);
    }
  }

  private Contents read(Consumer<byte[], byte[]> consumer, StopSignal stop) {
    try {
      TopicPartition partition = partition(consumer);
      List<Published> published = new ArrayList<>();
      int unreadable = 0;
      for (ConsumerRecord<byte[], byte[]> record : new WholeTopic(consumer, List.of(partition))) {
        Optional<Published> read = published(record);
        read.ifPresent(published::add);
        unreadable += read.isEmpty() ? 1 : 0;
      }
      return new Contents(published, unreadable, consumer.position(partition));
    } catch (WakeupException asked) {
      stop.throwIfRequested();
      throw asked;
    }
  }

  private Optional<Published> published(ConsumerRecord<byte[], byte[]> record) {
    Instant appended = Instant.ofEpochMilli(record.timestamp());
    return Optional.ofNullable(record.value())
        .flatMap(records::read)
        .map(revision -> new Published(revision, appended, activationDelay));
  }

  private TopicPartition partition(Consumer<byte[], byte[]> consumer) {
    int partitions = consumer.partitionsFor(name).size();
    if (partitions == 0) {
      throw new CommandError(
          "there is no topic %s on Kafka at %s: check the address and --topic-prefix,"
                  .formatted(name, access.bootstrapServers())
              + " or create it with one partition and cleanup.policy=compact");
    } else if (partitions > 1) {
      throw new CommandError(
          "topic %s has %d partitions, but the order of rules counts: create it with one"
              .formatted(name, partitions));
    }
    return new TopicPartition(name, 0);
  }

  /**
   * Writes versions in their order, in one batch where they fit into one.
   *
   * @param now event time, which is their append time where the broker does not set it
   * @param end where the topic ended when it was read
   * @return what was written, with the append times
   * @throws CommandError if somebody else has written since, or the broker did not take everything;
   *     says what was written
   */
  public List<Published> append(List<Revision> revisions, Instant now, long end) {
    if (read().end() != end) {
      throw new CommandError(
          "somebody else has changed the rules in the meantime: look at ./kairos rules list, then"
              + " try again");
    }
    try (RulesWriter writer = RulesWriter.connect(access, name)) {
      return writer.write(revisions, new Activation(now, activationDelay), end);
    } catch (KafkaException trouble) {
      throw KafkaTrouble.explain(trouble, access);
    }
  }
}
