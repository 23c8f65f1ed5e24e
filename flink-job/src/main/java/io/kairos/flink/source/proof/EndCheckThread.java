package io.kairos.flink.source.proof;

import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;

/** Runs the rounds of the checks of one reader, beside it, until it is closed. */
final class EndCheckThread implements AutoCloseable {
  private static final long CLOSE_WITHIN_MILLIS = 10_000;

  private final EndChecks checks;
  private final Supplier<PartitionEnds> connection;
  private final long everyMillis;
  private final Runnable news;
  private final Thread thread = new Thread(this::run, "kairos-end-check");
  private volatile RuntimeException failure;

  /**
   * @param connection opened and closed in the thread
   * @param everyMillis between two rounds; 0 for no rounds at all
   * @param news called when a round leaves something to say, and at a failure
   */
  EndCheckThread(
      EndChecks checks, Supplier<PartitionEnds> connection, long everyMillis, Runnable news) {
    this.checks = checks;
    this.connection = connection;
    this.everyMillis = everyMillis;
    this.news = news;
    thread.setDaemon(true);
  }

  void start() {
    if (everyMillis > 0) {
      thread.start();
    }
  }

  /**
   * @throws RuntimeException if the checks cannot go on
   */
  void requireRunning() {
    if (failure != null) {
      throw failure;
    }
  }

  private void run() {
    try (PartitionEnds ends = connection.get()) {
      while (true) {
        Thread.sleep(everyMillis);
        if (checks.round(ends)) {
          news.run();
        }
      }
    } catch (InterruptedException | InterruptException closing) {
      // Asked to stop.
    } catch (RuntimeException broken) {
      fail(broken);
    } catch (Error broken) {
      fail(new IllegalStateException("The ends of partitions can be asked for no more", broken));
    }
  }

  private void fail(RuntimeException why) {
    failure = why;
    news.run();
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(CLOSE_WITHIN_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
