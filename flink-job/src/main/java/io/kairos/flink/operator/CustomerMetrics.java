package io.kairos.flink.operator;

import io.kairos.engine.CustomerState;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.metrics.Counted;
import io.kairos.flink.metrics.Sampled;
import io.kairos.flink.metrics.Tally;
import io.kairos.flink.metrics.WallClockLag;
import java.util.Locale;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** How the customer operator is doing, beside what it says of customers. */
final class CustomerMetrics {
  /** The histogram is of the last so many samples. */
  private static final int SAMPLES = 1_000;

  private final Tally tally;
  private final Sampled stateBytes;
  private final WallClockLag lag;

  /** Why a customer's state was written. */
  enum Cause {
    EVENTS,
    TIME,
    RULES;

    private final String label = name().toLowerCase(Locale.ROOT);
  }

  CustomerMetrics(MetricGroup group, Tally tally, KairosConfig config, WaitingRoom waiting) {
    this.tally = tally;
    this.stateBytes =
        new Sampled(group.histogram("stateBytes", new DescriptiveStatisticsHistogram(SAMPLES)));
    this.lag = group.gauge("wallClockLagMillis", new WallClockLag(config.time().quiet().clock()));
    group.gauge("waitingEvents", waiting::size);
    group.gauge("waitingBytes", waiting::bytes);
    group.gauge("waitingBytesLimit", config.input()::maxWaitingBytes);
    for (Cause cause : Cause.values()) {
      tally.announce(Counted.TOUCHED, cause.label);
    }
  }

  /** The watermark has come so far, epoch milliseconds. */
  void reached(long watermarkMillis) {
    lag.reached(watermarkMillis);
  }

  void touched(Cause cause) {
    tally.add(Counted.TOUCHED, cause.label);
  }

  /** A customer's state was written. */
  void written(CustomerState state) {
    stateBytes.offer(() -> state.toBytes().length);
  }
}
