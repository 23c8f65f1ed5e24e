package io.kairos.local.traffic;

import io.kairos.wire.Topics;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Traffic at the pace of the wall, on a thread of its own: its history at once, then each event at
 * its own time.
 */
public final class LiveTraffic implements AutoCloseable {
  private final TrafficFeed feed;
  private final CompletableFuture<Void> running;

  private LiveTraffic(TrafficFeed feed, CompletableFuture<Void> running) {
    this.feed = feed;
    this.running = running;
  }

  /** Starts to send; takes over the feed. */
  public static LiveTraffic start(TrafficFeed feed, Traffic traffic, InstantSource wall) {
    Pace pace = eventMillis -> eventMillis - wall.millis();
    return new LiveTraffic(
        feed, CompletableFuture.runAsync(() -> feed.feed(traffic, pace), LiveTraffic::onThread));
  }

  /** Acknowledged events by input topic. */
  public Map<Topics, Long> sent() {
    return feed.sent();
  }

  /**
   * @throws RuntimeException what stopped the traffic, if anything did
   */
  public void throwIfFailed() {
    if (running.isDone()) {
      running.join();
    }
  }

  /** Stops within 5 s. */
  @Override
  public void close() {
    feed.close();
  }

  private static void onThread(Runnable task) {
    Thread thread = new Thread(task, "traffic");
    thread.setDaemon(true);
    thread.start();
  }
}
