package io.kairos.local.doctor;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.flink.source.Ingested;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/** Adds up what becomes of the records of one topic. */
final class SampleTally {
  private static final int LONGEST_EXAMPLE = 160;

  private final SeenTopic topic;
  private final Map<RejectionReason, Sample.Refusals> refused =
      new EnumMap<>(RejectionReason.class);
  private long[] lateness = new long[1024];
  private int events;
  private boolean appended = true;
  private long aheadMillis = Long.MIN_VALUE;
  private int floods;
  private String stopped;

  SampleTally(SeenTopic topic) {
    this.topic = topic;
  }

  /**
   * @param nowMillis this machine's clock when the record was read
   */
  void stamp(ConsumerRecord<?, ?> record, long nowMillis) {
    appended &= record.timestampType() == TimestampType.LOG_APPEND_TIME;
    aheadMillis = Math.max(aheadMillis, record.timestamp() - nowMillis);
  }

  /**
   * @param in with the time of the event as its position
   */
  void add(Ingested in) {
    if (in.reason() == null) {
      addLateness(in.arrivalMillis() - in.positionMillis());
    } else {
      String example = in.deadLetter() == null ? "" : in.deadLetter().getDetail();
      refuse(in.reason(), String.valueOf(example));
    }
  }

  /** The job would stop here. */
  void flood(String example) {
    floods++;
    refuse(RejectionReason.UNREADABLE, example);
  }

  /** No more can be read. */
  void stop(String why) {
    stopped = why;
  }

  Sample sample() {
    return new Sample(
        topic.topic(),
        topic.name(),
        refused,
        Lateness.of(Arrays.copyOf(lateness, events)),
        new Sample.Stamps(appended, aheadMillis, floods),
        Optional.ofNullable(stopped));
  }

  private void addLateness(long millis) {
    if (events == lateness.length) {
      lateness = Arrays.copyOf(lateness, 2 * events);
    }
    lateness[events++] = millis;
  }

  private void refuse(RejectionReason reason, String example) {
    Sample.Refusals before = refused.get(reason);
    int records = before == null ? 0 : before.records();
    String shown = example.substring(0, Math.min(LONGEST_EXAMPLE, example.length()));
    refused.put(reason, new Sample.Refusals(records + 1, shown));
  }
}
