package io.kairos.flink.metrics;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts by kind and label: as a metric while the job runs, and as an accumulator for the summary
 * of a job that ends.
 */
public final class Tally {
  private final RuntimeContext context;
  private final MetricGroup metrics;
  private final Map<String, Map<String, Count>> counts = new HashMap<>();

  private record Count(Counter metric, LongCounter accumulator) {}

  public Tally(RuntimeContext context) {
    this.context = context;
    this.metrics = context.getMetricGroup().addGroup("kairos");
  }

  /** Counts one more of a kind, such as "rejected", under a label, such as "UNREADABLE". */
  public void add(String kind, String label) {
    Count count =
        counts
            .computeIfAbsent(kind, absent -> new HashMap<>())
            .computeIfAbsent(label, absent -> register(kind, label));
    count.metric.inc();
    count.accumulator.add(1);
  }

  /** The name of an accumulator. */
  public static String name(String kind, String label) {
    return kind + ":" + label;
  }

  private Count register(String kind, String label) {
    LongCounter accumulator = new LongCounter();
    context.addAccumulator(name(kind, label), accumulator);
    return new Count(metrics.addGroup("kind", label).counter(kind), accumulator);
  }
}
