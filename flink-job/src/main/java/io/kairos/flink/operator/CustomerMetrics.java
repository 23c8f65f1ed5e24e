package io.kairos.flink.operator;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.TimeConfig;
import io.kairos.flink.metrics.Counted;
import io.kairos.flink.metrics.Tally;
import io.kairos.flink.metrics.WallClockLag;
import java.util.Locale;
import org.apache.flink.metrics.MetricGroup;

/** How the customer operator is doing, beside what it says of customers. */
final class CustomerMetrics {
  private final MetricGroup group;
  private final Tally tally;
  private final long maxWaitingBytes;
  private final WallClockLag lag;

  /** Why a customer's state changed. */
  enum Cause {
    EVENTS,
    TIME,
    RULES;

    private final String label = name().toLowerCase(Locale.ROOT);
  }

  CustomerMetrics(MetricGroup group, Tally tally, KairosConfig config) {
    this.group = group;
    this.tally = tally;
    this.maxWaitingBytes = config.input().maxWaitingBytes();
    TimeConfig time = config.time();
    this.lag = group.gauge("wallClockLagMillis", new WallClockLag(time.quiet().clock()));
    long intended = time.latenessMillis() + time.quiet().skewMillis();
    group.gauge("intendedLagMillis", () -> intended);
    for (Cause cause : Cause.values()) {
      tally.announce(Counted.TOUCHED, cause.label);
    }
  }

  void show(WaitingRoom waiting) {
    group.gauge("waitingEvents", waiting::size);
    group.gauge("waitingBytes", waiting::bytes);
    group.gauge("waitingBytesLimit", () -> maxWaitingBytes);
  }

  void show(CustomerCache customers, NearWakeUps near) {
    group.gauge("cachedCustomers", customers::size);
    group.gauge("unwrittenCustomers", customers::unwritten);
    group.gauge("nearWakeUps", near::size);
  }

  /** The watermark has come so far, epoch milliseconds. */
  void reached(long watermarkMillis) {
    lag.reached(watermarkMillis);
  }

  void touched(Cause cause) {
    tally.add(Counted.TOUCHED, cause.label);
  }
}
