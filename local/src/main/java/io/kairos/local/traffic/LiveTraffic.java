package io.kairos.local.traffic;

import io.kairos.wire.Topics;
import java.time.InstantSource;
import java.util.Map;

/**
 * Traffic at the pace of the wall, on a thread of its own: its history at once, then each event at
 * its own time.
 */
public final class LiveTraffic implements AutoCloseable {
  private final TrafficFeed feed;
  private final FeedThread thread;

  private LiveTraffic(TrafficFeed feed, FeedThread thread) {
    this.feed = feed;
    this.thread = thread;
  }

  /** Starts to send; takes over the feed. */
  public static LiveTraffic start(TrafficFeed feed, Traffic traffic, InstantSource wall) {
    Pace pace = eventMillis -> eventMillis - wall.millis();
    return new LiveTraffic(feed, FeedThread.start(() -> feed.feed(traffic, pace)));
  }

  /** Acknowledged events by input topic. */
  public Map<Topics, Long> sent() {
    return feed.sent();
  }

  /**
   * @throws RuntimeException what stopped the traffic, if anything did
   */
  public void throwIfFailed() {
    thread.throwIfFailed();
  }

  /** Stops within 5 s. */
  @Override
  public void close() {
    feed.close();
  }
}
