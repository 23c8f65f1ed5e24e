package io.kairos.flink.operator;

import io.kairos.flink.metrics.Sampled;
import io.kairos.flink.state.StoredCustomer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * How often customers are found in the cache, and what the state backend is asked for.
 *
 * @param stateBytes bytes of a customer as written
 */
record StateMetrics(
    Counter hits, Counter misses, Counter reads, Counter writes, Sampled stateBytes) {
  /** The histogram is of the last so many samples. */
  private static final int SAMPLES = 1_000;

  static StateMetrics in(MetricGroup group) {
    return new StateMetrics(
        group.counter("cacheHits"),
        group.counter("cacheMisses"),
        group.counter("stateReads"),
        group.counter("stateWrites"),
        new Sampled(group.histogram("stateBytes", new DescriptiveStatisticsHistogram(SAMPLES))));
  }

  void wrote(StoredCustomer customer) {
    writes.inc();
    stateBytes.offer(customer::size);
  }
}
