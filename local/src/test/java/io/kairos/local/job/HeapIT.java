package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.LocalStack;
import io.kairos.local.cluster.JobMetrics;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.traffic.FeedProducer;
import io.kairos.local.traffic.Traffic;
import io.kairos.local.traffic.TrafficFeed;
import io.kairos.local.traffic.TrafficPlan;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** The heap that is left after a collection, while the job eats through a long backlog. */
@EnabledIfSystemProperty(
    named = "kairos.long",
    matches = "true",
    disabledReason = "takes long: only with -Plong")
@ExtendWith(SharedStack.class)
final class HeapIT {
  private static final int EVENTS = 250_000;
  private static final int CUSTOMERS = 5_000;
  private static final double EVENTS_PER_SECOND = 20;
  private static final double WARM_UP = 0.3;
  private static final double STEP = 0.1;
  private static final long MEBIBYTE = 1 << 20;

  /** Waiting events and Kafka's buffers come and go by about so much. */
  private static final long TOLERANCE = 48 * MEBIBYTE;

  private record Sample(double way, long usedBytes) {}

  @Test
  void doesNotGrowAfterWarmUp(LocalStack shared) throws Exception {
    try (JobOnBroker job = JobOnBroker.open(shared, 2, TopicTime.REPLAY)) {
      long end = feed(job.stack());
      RunningJob running = job.start(JobOnBroker.replayTo(end));
      List<Sample> samples = sample(job, running, end);
      JobExecutionResult result = running.awaitEnd();

      assertThat(JobOnBroker.counted(result, "events").values().stream().mapToLong(n -> n).sum())
          .isEqualTo(EVENTS);
      requireLevel(samples);
    }
  }

  /** Writes the events; returns the time of the last. */
  private static long feed(LocalStack stack) {
    Traffic traffic =
        new Traffic(new TrafficPlan(7, CUSTOMERS, SomeTraffic.LIVE_START, EVENTS_PER_SECOND));
    try (TrafficFeed feed =
        new TrafficFeed(
            FeedProducer.connect(stack.kafka().bootstrapServers()), stack.topicPrefix())) {
      feed.feedAll(Stream.generate(traffic::next).limit(EVENTS).iterator());
      return feed.lastMillis();
    }
  }

  /** The first sample after the warm-up, then one at each further step of event time. */
  private static List<Sample> sample(JobOnBroker job, RunningJob running, long end)
      throws Exception {
    JobMetrics metrics = JobMetrics.of(job.stack().cluster().webAddress(), running.jobId());
    List<Sample> samples = new ArrayList<>();
    for (double due = WARM_UP; due < 1; due += STEP) {
      double wanted = due;
      Deadline.await(
          wanted + " of the way", () -> running.isEnded() || way(metrics, end) >= wanted);
      if (!running.isEnded()) {
        samples.add(new Sample(way(metrics, end), usedAfterCollection()));
      }
    }
    return samples;
  }

  /** How far the live part of the traffic has been decided, 0 to 1. */
  private static double way(JobMetrics metrics, long end) throws InterruptedException {
    long start = SomeTraffic.LIVE_START.toEpochMilli();
    long now = metrics.read().watermarkMillis().orElse(start);
    return (double) (now - start) / (end - start);
  }

  private static long usedAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void requireLevel(List<Sample> samples) {
    samples.forEach(
        sample ->
            System.out.printf(
                "heap: %.2f of the way, %d MiB%n", sample.way(), sample.usedBytes() / MEBIBYTE));
    assertThat(samples).hasSizeGreaterThan(2);
    long first = samples.get(0).usedBytes();
    List<Sample> last = samples.subList(samples.size() - 3, samples.size());
    // One sample can fall on a moment at which many events wait; what grows shows in all of them.
    assertThat(last).anySatisfy(s -> assertThat(s.usedBytes()).isLessThan(first + TOLERANCE));
  }
}
