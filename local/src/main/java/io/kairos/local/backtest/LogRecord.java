package io.kairos.local.backtest;

import io.kairos.local.InputEvent;
import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** The record of an event that a log would hold which took it at its event time. */
final class LogRecord {
  private LogRecord() {}

  static ConsumerRecord<byte[], byte[]> of(InputEvent event) {
    byte[] key = key(event.customerId());
    byte[] value = SingleObject.encode(event.record());
    return new ConsumerRecord<>(
        event.topic().name(Topics.DEFAULT_PREFIX),
        0,
        0,
        event.timeMillis(),
        TimestampType.LOG_APPEND_TIME,
        key == null ? 0 : key.length,
        value.length,
        key,
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  private static byte[] key(String customerId) {
    return customerId == null ? null : customerId.getBytes(StandardCharsets.UTF_8);
  }
}
