package io.kairos.flink.source.proof;

import io.kairos.flink.source.proof.PartitionCheck.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.MetricGroup;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that hold time back: neither did a record come from them, nor are they proved to
 * be read to their end. Written by one thread, read by any.
 */
final class Unproven {
  private static final Logger LOG = LoggerFactory.getLogger(Unproven.class);
  private static final long SAY_AFTER_NANOS = 5_000_000_000L;

  private final LongSupplier nanos;
  private final Map<TopicPartition, Long> since = new HashMap<>();
  private final Set<TopicPartition> said = new HashSet<>();
  private volatile Held held = new Held(0, 0);

  private record Held(int partitions, long sinceNanos) {}

  /**
   * @param nanos a clock that only runs forward
   */
  Unproven(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Shows it as metrics of a reader. */
  void register(MetricGroup group) {
    group.gauge("unprovenPartitions", this::partitions);
    group.gauge("unprovenMillis", this::millis);
  }

  /** How many there are now. */
  int partitions() {
    return held.partitions();
  }

  /** For how long the longest of them has been one, milliseconds; 0 if there is none. */
  long millis() {
    Held now = held;
    return now.partitions() == 0 ? 0 : (nanos.getAsLong() - now.sinceNanos()) / 1_000_000;
  }

  /** Takes what a round has found, of all partitions that there are. */
  void found(Map<TopicPartition, Finding> findings) {
    since.keySet().retainAll(findings.keySet());
    findings.forEach(this::found);
    long oldest = since.values().stream().mapToLong(Long::longValue).min().orElse(0);
    held = new Held(since.size(), oldest);
  }

  private void found(TopicPartition partition, Finding finding) {
    if (finding == Finding.MOVING || finding == Finding.PROVEN) {
      since.remove(partition);
      if (said.remove(partition)) {
        LOG.info("{} answers again", partition);
      }
      return;
    }
    long begun = since.computeIfAbsent(partition, first -> nanos.getAsLong());
    boolean lasting = nanos.getAsLong() - begun >= SAY_AFTER_NANOS;
    if (finding == Finding.UNANSWERED && lasting && said.add(partition)) {
      LOG.warn("No broker says where {} ends: event time waits for it", partition);
    }
  }
}
