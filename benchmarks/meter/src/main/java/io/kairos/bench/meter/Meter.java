package io.kairos.bench.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Records polled by this process so far, and {@link Sampling} of its CPU time from the first of
 * them to the end of its work.
 */
public final class Meter {
  private static final Meter METER =
      new Meter(
          System.getProperty("kairos.bench.samples"), System.getProperty("kairos.bench.topics"));

  private final LongAdder records = new LongAdder();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicInteger partsDone = new AtomicInteger();
  private final String file;
  private final Set<String> topics;
  private volatile Sampling sampling;

  /**
   * @param file takes the samples; null to count only
   * @param topics those that count, separated by commas; null for all
   */
  Meter(String file, String topics) {
    this.file = file;
    this.topics = topics == null ? Set.of() : Set.of(topics.split(","));
  }

  static Meter ofThisProcess() {
    return METER;
  }

  /**
   * Says that a part of this process' work is done. When all are, nothing counts that comes after.
   * A process that never says so has worked to the end of its JVM.
   *
   * @param parts how many there are
   */
  public static void partDone(int parts) {
    METER.done(parts);
  }

  private void done(int parts) {
    if (partsDone.incrementAndGet() == parts && sampling != null) {
      sampling.end();
    }
  }

  boolean counts(String topic) {
    return topics.isEmpty() || topics.contains(topic);
  }

  void add(long polled) {
    if (polled == 0) {
      return;
    }
    if (file != null && started.compareAndSet(false, true)) {
      start();
    }
    records.add(polled);
  }

  long records() {
    return records.sum();
  }

  private void start() {
    try {
      Sampling begun = new Sampling(Path.of(file), this::records, ProcessCpu.open());
      Thread thread = new Thread(begun, "bench-meter");
      thread.setDaemon(true);
      thread.start();
      sampling = begun;
      Runtime.getRuntime().addShutdownHook(new Thread(begun::end));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
