package io.kairos.local.demo;

import io.kairos.local.LocalStack;
import io.kairos.local.cluster.JobMetrics;
import io.kairos.local.cluster.JobReading;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.view.Head;
import io.kairos.local.view.JobHealth;
import io.kairos.local.view.Snapshot;
import io.kairos.local.view.TopicGauge;
import io.kairos.local.view.TriggerTail;
import io.kairos.local.view.ViewConsumer;
import io.kairos.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Asks everybody how the demo is going. For one thread, but for its closing. */
final class DemoMonitor implements Supplier<Snapshot>, AutoCloseable {
  private static final List<Topics> SHOWN =
      List.of(
          Topics.CLICKSTREAM,
          Topics.CART,
          Topics.ORDERS,
          Topics.CUSTOMERS,
          Topics.TRIGGERS,
          Topics.DECISIONS,
          Topics.PROFILES,
          Topics.DEAD_LETTERS);

  private final LocalStack stack;
  private final DemoFeed traffic;
  private final double speed;
  private final TriggerTail tail;
  private final TopicGauge gauge;
  private final JobMetrics metrics;
  private final RunningJob job;

  private DemoMonitor(LocalStack stack, RunningJob job, DemoFeed traffic, double speed) {
    String brokers = stack.kafka().bootstrapServers();
    this.stack = stack;
    this.traffic = traffic;
    this.speed = speed;
    this.job = job;
    this.tail = new TriggerTail(ViewConsumer.connect(brokers), stack.topicPrefix());
    this.gauge = new TopicGauge(ViewConsumer.connect(brokers), SHOWN, stack.topicPrefix());
    this.metrics = JobMetrics.of(stack.cluster().webAddress(), job.jobId());
  }

  static DemoMonitor open(LocalStack stack, RunningJob job, DemoFeed traffic, double speed) {
    DemoMonitor monitor = new DemoMonitor(stack, job, traffic, speed);
    Thread tailing = new Thread(monitor.tail, "trigger-tail");
    tailing.setDaemon(true);
    tailing.start();
    return monitor;
  }

  @Override
  public Snapshot get() {
    return new Snapshot(
        head(),
        gauge.read(System.currentTimeMillis()),
        tail.customers(),
        health(),
        tail.triggers());
  }

  /**
   * @throws RuntimeException what stopped the traffic or the reading of triggers, if anything did
   */
  void throwIfFailed() {
    traffic.throwIfFailed();
    tail.throwIfFailed();
  }

  private Head head() {
    long elapsed = System.currentTimeMillis() - traffic.wallStart().toEpochMilli();
    return new Head(
        "demo",
        stack.cluster().webAddress().toString(),
        traffic.nowMillis(),
        speed,
        Duration.ofMillis(elapsed));
  }

  private JobHealth health() {
    JobReading reading;
    try {
      reading = metrics.read();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return JobHealth.STARTING;
    }
    if (reading.watermarkMillis().isEmpty()) {
      return JobHealth.STARTING;
    }
    long behind = Math.max(0, traffic.nowMillis() - reading.watermarkMillis().getAsLong());
    return new JobHealth(
        job.isEnded() ? "stopped" : "running",
        reading.recordsPerSecond().orElse(0),
        new JobHealth.Lag(reading.pendingRecords().orElse(0), Duration.ofMillis(behind)),
        reading.checkpoints().orElse(0),
        reading.restarts().orElse(0));
  }

  @Override
  public void close() {
    tail.close();
    gauge.close();
  }
}
