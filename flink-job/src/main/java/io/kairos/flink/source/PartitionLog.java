package io.kairos.flink.source;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/** What a reader remembers of one partition since its start. */
final class PartitionLog {
  private final FloodGuard flood;
  private long latestStamp = Long.MIN_VALUE;

  PartitionLog(String name) {
    this.flood = new FloodGuard(name);
  }

  /**
   * When the log took a record: its append time; where producers stamp the records, the largest
   * stamp so far, so that it never runs backwards.
   */
  long arrivalOf(ConsumerRecord<?, ?> record) {
    if (record.timestampType() == TimestampType.LOG_APPEND_TIME) {
      return record.timestamp();
    }
    latestStamp = Math.max(latestStamp, record.timestamp());
    return latestStamp;
  }

  /**
   * @throws UnreadableFlood if too little of late could be read
   */
  void saw(long arrivalMillis, boolean readable) {
    flood.saw(arrivalMillis, readable);
  }
}
