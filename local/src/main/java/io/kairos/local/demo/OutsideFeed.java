package io.kairos.local.demo;

import java.time.Instant;

/** Events that somebody else sends, now. */
final class OutsideFeed implements DemoFeed {
  private Instant start;

  @Override
  public void feedHistory() {
    // There is none.
  }

  @Override
  public void startLive() {
    start = Instant.now();
  }

  @Override
  public Instant liveStart() {
    return start;
  }

  @Override
  public Instant wallStart() {
    return start;
  }

  @Override
  public long nowMillis() {
    return System.currentTimeMillis();
  }

  @Override
  public void throwIfFailed() {
    // Nothing runs here.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
