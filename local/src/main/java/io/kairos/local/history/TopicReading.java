package io.kairos.local.history;

import io.kairos.local.CommandError;
import io.kairos.local.StopSignal;
import io.kairos.local.profiles.KafkaAccess;
import io.kairos.local.profiles.KafkaTrouble;
import io.kairos.local.profiles.ReadCount;
import io.kairos.local.replay.WholeTopic;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Reads topics of one deployment from their beginnings to where they end when a reading begins. */
public final class TopicReading {
  private final KafkaAccess access;
  private final ReadCount count;
  private final StopSignal stop;

  public TopicReading(KafkaAccess access, ReadCount count, StopSignal stop) {
    this.access = access;
    this.count = count;
    this.stop = stop;
  }

  /** Sees records. */
  public interface Visitor {
    /**
     * @param lost whether the record is the first of a partition that has lost earlier ones
     * @return whether to read on
     */
    boolean visit(Topics topic, ConsumerRecord<byte[], byte[]> record, boolean lost)
        throws IOException;
  }

  /** Where Kafka is. */
  public String broker() {
    return access.bootstrapServers();
  }

  /** The name of a topic there. */
  public String name(Topics topic) {
    return topic.name(access.topicPrefix());
  }

  /**
   * Shows the records of topics, each partition in its order.
   *
   * @return whether all of the topics exist; else nothing is read
   * @throws CommandError if Kafka cannot be read, or the run is to end
   */
  public boolean read(Collection<Topics> topics, Visitor visitor) throws IOException {
    try (Consumer<byte[], byte[]> consumer = access.connect(topics)) {
      stop.onRequest(consumer::wakeup);
      List<TopicPartition> partitions = new ArrayList<>();
      for (Topics topic : topics) {
        List<TopicPartition> found = partitions(consumer, name(topic));
        if (found.isEmpty()) {
          return false;
        }
        partitions.addAll(found);
      }
      show(consumer, partitions, topics, visitor);
      return true;
    } catch (WakeupException asked) {
      stop.throwIfRequested();
      throw asked;
    } catch (KafkaException trouble) {
      throw KafkaTrouble.explain(trouble, access);
    }
  }

  private void show(
      Consumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Collection<Topics> topics,
      Visitor visitor)
      throws IOException {
    var begins = consumer.beginningOffsets(partitions);
    for (ConsumerRecord<byte[], byte[]> record : new WholeTopic(consumer, partitions)) {
      count.add(access.topicPrefix() + "*");
      long begin = begins.get(new TopicPartition(record.topic(), record.partition()));
      boolean lost = begin > 0 && record.offset() == begin;
      if (!visitor.visit(topic(topics, record), record, lost)) {
        return;
      }
    }
  }

  private Topics topic(Collection<Topics> topics, ConsumerRecord<?, ?> record) {
    return topics.stream().filter(t -> name(t).equals(record.topic())).findFirst().orElseThrow();
  }

  private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    List<PartitionInfo> infos =
        Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of());
    return infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }
}
