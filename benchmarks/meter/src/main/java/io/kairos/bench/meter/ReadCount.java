package io.kairos.bench.meter;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Tells the {@link Meter} how many records a consumer has polled. */
public final class ReadCount implements ConsumerInterceptor<Object, Object> {

  @Override
  public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
    Meter meter = Meter.ofThisProcess();
    long counted = 0;
    for (TopicPartition partition : records.partitions()) {
      if (meter.counts(partition.topic())) {
        counted += records.records(partition).size();
      }
    }
    meter.add(counted);
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void configure(Map<String, ?> configs) {}

  @Override
  public void close() {}
}
