package io.kairos.local.history;

import io.kairos.engine.event.Origin;
import io.kairos.engine.profile.Shop;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.local.profiles.NearIds;
import io.kairos.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/** Picks one customer's records out of the input topics. */
final class TopicSieve {
  private final String customerId;
  private final Haystack haystack;
  private final NearIds near;
  private final LogBook book;
  private final WireReader reader;
  private final Map<TopicPartition, Long> latestStamp = new HashMap<>();

  TopicSieve(String customerId, Shop shop, Timeliness timeliness, NearIds near) {
    this.customerId = customerId;
    this.haystack = new Haystack(customerId);
    this.near = near;
    this.book = new LogBook(customerId, shop.currency(), timeliness);
    this.reader = timeliness.reader();
  }

  CustomerLog log() {
    return book.log();
  }

  /**
   * One record of any customer.
   *
   * @param lost whether its partition has lost those before it
   */
  void take(Topics topic, ConsumerRecord<byte[], byte[]> record, boolean lost) {
    long arrival = arrivalOf(record);
    book.reaches(arrival);
    if (lost) {
      book.lostBefore(arrival);
    }
    String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    boolean own = customerId.equals(key);
    if (own || haystack.isIn(record.value())) {
      read(topic, record.value(), arrival, own);
    }
    if (key != null && !own) {
      near.offer(key);
    }
  }

  /** As the job reads it: the log's append time, or the largest stamp of a producer so far. */
  private long arrivalOf(ConsumerRecord<?, ?> record) {
    if (record.timestampType() == TimestampType.LOG_APPEND_TIME) {
      return record.timestamp();
    }
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    return latestStamp.merge(partition, record.timestamp(), Math::max);
  }

  private void read(Topics topic, byte[] record, long arrival, boolean own) {
    try {
      book.add(reader.read(Origin.valueOf(topic.name()), record, arrival));
    } catch (UnreadableRecord unreadable) {
      if (own) {
        book.addUnreadable(arrival, topic.label(), unreadable.getMessage());
      }
    }
  }
}
