package io.kairos.local.demo;

import java.time.Instant;

/** Where a demo's events come from, and what time it is in them. */
interface DemoFeed extends AutoCloseable {

  /** Writes everything from before the live start, and returns when it is acknowledged. */
  void feedHistory();

  /** Starts the clock, and with it what comes live. */
  void startLive();

  /** Event time at the live start. */
  Instant liveStart();

  /** When the live part started. */
  Instant wallStart();

  /** Event time now, epoch milliseconds. */
  long nowMillis();

  /**
   * @throws RuntimeException what stopped it, if anything did
   */
  void throwIfFailed();

  @Override
  void close();
}
