package io.kairos.local.backtest;

import io.kairos.local.CommandError;
import io.kairos.local.history.Timeliness;
import io.kairos.local.profiles.KafkaAccess;
import io.kairos.local.profiles.KafkaTrouble;
import io.kairos.local.replay.WholeTopic;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * The four input topics of a Kafka, from their beginnings to where they ended when the reading
 * began. A job may read and producers may write meanwhile.
 *
 * <p>All that the topics hold is read, whatever period counts: profiles are made of it.
 */
public record KafkaSource(KafkaAccess access, Timeliness timeliness) implements EventSource {

  @Override
  public String topicPrefix() {
    return access.topicPrefix();
  }

  /**
   * @throws CommandError if no broker answers, or it has none of the topics
   */
  @Override
  public List<String> read(Period period, RecordTaker taker, Watch watch) throws IOException {
    try (Consumer<byte[], byte[]> consumer = access.connect(Topics.inputs())) {
      watch.stop().onRequest(consumer::wakeup);
      return read(consumer, taker, watch.progress());
    } catch (WakeupException asked) {
      watch.stop().throwIfRequested();
      throw asked;
    } catch (KafkaException trouble) {
      throw KafkaTrouble.explain(trouble, access);
    }
  }

  private List<String> read(
      Consumer<byte[], byte[]> consumer, RecordTaker taker, BacktestProgress progress)
      throws IOException {
    List<TopicPartition> partitions = partitions(consumer);
    long total = records(consumer, partitions);
    long read = 0;
    for (ConsumerRecord<byte[], byte[]> record : new WholeTopic(consumer, partitions)) {
      taker.take(() -> record);
      progress.at(BacktestProgress.Step.READING_KAFKA, ++read, total);
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d records of the input topics %s* at %s",
            read,
            topicPrefix(),
            access.bootstrapServers()));
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        Topics.inputs().stream()
            .flatMap(topic -> partitionsOf(consumer, topic.name(topicPrefix())).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new CommandError(
          "there is no input topic such as %s on Kafka at %s: check the address and --topic-prefix"
              .formatted(Topics.CLICKSTREAM.name(topicPrefix()), access.bootstrapServers()));
    }
    return partitions;
  }

  private static List<PartitionInfo> partitionsOf(Consumer<?, ?> consumer, String topic) {
    List<PartitionInfo> known = consumer.partitionsFor(topic);
    return known == null ? List.of() : known;
  }

  private static long records(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
    long ends = sum(consumer.endOffsets(partitions).values());
    return ends - sum(consumer.beginningOffsets(partitions).values());
  }

  private static long sum(Collection<Long> offsets) {
    return offsets.stream().mapToLong(Long::longValue).sum();
  }
}
