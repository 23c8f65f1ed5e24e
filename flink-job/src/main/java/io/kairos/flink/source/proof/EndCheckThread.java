package io.kairos.flink.source.proof;

import io.kairos.flink.config.TimeConfig;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;

/** Runs the rounds of the checks of one reader, beside it, until it is closed. */
final class EndCheckThread implements AutoCloseable {
  private static final long CLOSE_WITHIN_MILLIS = 10_000;

  private final EndChecks checks;
  private final Supplier<PartitionEnds> connection;
  private final Pace pace;
  private final Runnable news;
  private final Thread thread = new Thread(this::run, "kairos-end-check");
  private volatile RuntimeException failure;

  /**
   * When it works.
   *
   * @param everyMillis between two rounds; 0 for no rounds at all
   * @param onceMillis where there are no rounds, after how long there is news all the same: the
   *     reader may have no partition by then
   */
  record Pace(long everyMillis, long onceMillis) {
    static Pace of(TimeConfig.Quiet quiet) {
      return new Pace(quiet.checkMillis(), Idleness.AFTER.toMillis());
    }
  }

  /**
   * @param connection opened and closed in the thread
   * @param news called when a round leaves something to say, and at a failure
   */
  EndCheckThread(EndChecks checks, Supplier<PartitionEnds> connection, Pace pace, Runnable news) {
    this.checks = checks;
    this.connection = connection;
    this.pace = pace;
    this.news = news;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
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
    try {
      if (pace.everyMillis() == 0) {
        Thread.sleep(pace.onceMillis());
        news.run();
      } else {
        rounds();
      }
    } catch (InterruptedException | InterruptException closing) {
      // Asked to stop.
    } catch (RuntimeException broken) {
      failure = broken;
      news.run();
    }
  }

  private void rounds() throws InterruptedException {
    try (PartitionEnds ends = connection.get()) {
      while (true) {
        Thread.sleep(pace.everyMillis());
        if (checks.round(ends)) {
          news.run();
        }
      }
    }
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
