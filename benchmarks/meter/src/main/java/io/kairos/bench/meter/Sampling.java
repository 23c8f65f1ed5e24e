package io.kairos.bench.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Takes a sample at once, then every 100 ms, and one more at the end. */
final class Sampling implements Runnable {
  private static final long EVERY_MILLIS = 100;

  private final LongSupplier records;
  private final ProcessCpu cpu;
  private final List<Sample> samples = new ArrayList<>();

  Sampling(LongSupplier records, ProcessCpu cpu) throws IOException {
    this.records = records;
    this.cpu = cpu;
    take();
  }

  @Override
  public void run() {
    try {
      while (true) {
        Thread.sleep(EVERY_MILLIS);
        take();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes all samples and one of now. */
  void end(Path file) {
    try {
      take();
      synchronized (this) {
        new SampleFile(ProcessCpu.maxRssBytes(), samples).write(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void take() throws IOException {
    ProcessCpu.Reading now = cpu.read();
    samples.add(
        new Sample(
            System.nanoTime(),
            records.getAsLong(),
            now.totalNanos() - now.compilerNanos(),
            now.gcNanos()));
  }
}
