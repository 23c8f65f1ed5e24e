package io.kairos.flink.source.proof;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last gap of each partition that was passed over. The fetcher's thread writes it. */
final class SkippedGaps {
  private static final Logger LOG = LoggerFactory.getLogger(SkippedGaps.class);

  private final Map<TopicPartition, Gap> last = new ConcurrentHashMap<>();
  private final Counter offsets;

  /**
   * @param offsets counts those that are missing
   */
  SkippedGaps(Counter offsets) {
    this.offsets = offsets;
  }

  void add(Gap gap) {
    LOG.warn("Skipped: {}", gap);
    offsets.inc(gap.missing());
    last.put(gap.partition(), gap);
  }

  /** Where a partition is read on that stands at an offset: the same one, or behind its gap. */
  long behind(TopicPartition partition, long offset) {
    Gap gap = last.get(partition);
    return gap != null && gap.next() == offset ? gap.begin() : offset;
  }
}
