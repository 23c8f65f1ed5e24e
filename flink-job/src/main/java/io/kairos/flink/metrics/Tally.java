package io.kairos.flink.metrics;

import io.kairos.engine.event.Origin;
import io.kairos.wire.Topics;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts by labels: as metrics while the job runs, and as accumulators for the summary of a job
 * that ends.
 */
public final class Tally {
  /** The group of every metric of ours, behind the operator's scope. */
  public static final String GROUP = "kairos";

  private static final Map<Origin, String> TOPICS = new EnumMap<>(Origin.class);

  static {
    for (Origin origin : Origin.values()) {
      TOPICS.put(origin, Topics.valueOf(origin.name()).label());
    }
  }

  private final RuntimeContext context;
  private final Map<Counted, Node> roots = new EnumMap<>(Counted.class);
  private final Map<String, LongCounter> totals = new HashMap<>();

  /** What is known of a label's value: the values of the next label, or the count. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private Count count;
  }

  /** One count. Not for use by several threads at once. */
  public final class Count {
    private final Counter metric;
    private final String name;
    private LongCounter total;

    private Count(Counter metric, String name) {
      this.metric = metric;
      this.name = name;
    }

    /** Counts one more. */
    public void add() {
      metric.inc();
      if (total == null) {
        total = total(name);
      }
      total.add(1);
    }
  }

  public Tally(RuntimeContext context) {
    this.context = context;
    for (Counted what : Counted.values()) {
      roots.put(what, new Node());
    }
  }

  /** Counts one more. */
  public void add(Counted what, String... values) {
    count(what, values).add();
  }

  /** Shows a zero, so that the first one that is counted can be seen as a rise. */
  public void announce(Counted what, String... values) {
    count(what, values);
  }

  /** The label of a topic. */
  public static String topic(Origin origin) {
    return TOPICS.get(origin);
  }

  /** The name of an accumulator. */
  public static String name(String kind, String label) {
    return kind + ":" + label;
  }

  /** A count to keep where it is used for every event; it shows a zero from now on. */
  public Count count(Counted what, String... values) {
    Node node = roots.get(what);
    for (String value : values) {
      Node next = node.next.get(value);
      if (next == null) {
        next = new Node();
        node.next.put(value, next);
      }
      node = next;
    }
    if (node.count == null) {
      node.count = register(what, values);
    }
    return node.count;
  }

  private Count register(Counted what, String... values) {
    MetricGroup group = context.getMetricGroup().addGroup(GROUP);
    for (int i = 0; i < values.length; i++) {
      group = group.addGroup(what.keys().get(i), values[i]);
    }
    return new Count(group.counter(what.label()), name(what.label(), what.summed(values)));
  }

  private LongCounter total(String name) {
    LongCounter total = totals.get(name);
    if (total == null) {
      total = new LongCounter();
      context.addAccumulator(name, total);
      totals.put(name, total);
    }
    return total;
  }
}
