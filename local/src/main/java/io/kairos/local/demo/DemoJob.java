package io.kairos.local.demo;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.LocalJob;
import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.traffic.Shop;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** The job of a demo: its clock starts in the past and runs fast. */
final class DemoJob {
  /**
   * How far the feed may lag behind its clock on the wall. Its records carry their own time, so
   * that this alone keeps one that is late from lying before what was proved.
   */
  private static final Duration SKEW = Duration.ofSeconds(5);

  private DemoJob() {}

  /**
   * Starts the job over traffic that has gone live.
   *
   * @param speed event seconds in a second
   */
  static RunningJob submit(LocalStack stack, DemoFeed traffic, int speed)
      throws IOException, InterruptedException {
    return LocalJob.submit(stack, options(traffic, speed));
  }

  /** Event time runs on while a record is on its way: what the job asks for at least. */
  static Duration activationDelay(int speed) {
    return SKEW.multipliedBy(2L * speed);
  }

  private static Map<String, String> options(DemoFeed traffic, int speed) {
    String skew = SKEW.multipliedBy(speed).toMillis() + " ms";
    return Map.ofEntries(
        Map.entry(KairosOptions.SKEW.key(), skew),
        Map.entry(KairosOptions.ALIGNMENT.key(), "400 d"),
        Map.entry(
            KairosOptions.CLOCK_ORIGIN_EVENT.key(),
            Long.toString(traffic.liveStart().toEpochMilli())),
        Map.entry(
            KairosOptions.CLOCK_ORIGIN_WALL.key(),
            Long.toString(traffic.wallStart().toEpochMilli())),
        Map.entry(KairosOptions.CLOCK_SPEED.key(), Double.toString(speed)),
        Map.entry(KairosOptions.CURRENCY.key(), Shop.CURRENCY),
        Map.entry(KairosOptions.TIME_ZONE.key(), Shop.ZONE.getId()),
        Map.entry(KairosOptions.ACTIVATION_DELAY.key(), activationDelay(speed).toMillis() + " ms"));
  }
}
