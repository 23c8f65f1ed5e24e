package io.kairos.bench.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Takes a sample at once, then every 100 ms, and one more at the end; writes each as it comes, so
 * that whoever started the process sees how far it is.
 */
final class Sampling implements Runnable {
  private static final long EVERY_MILLIS = 100;

  private final LongSupplier records;
  private final ProcessCpu cpu;
  private final Writer file;
  private boolean ended;

  /** Creates the file. */
  Sampling(Path file, LongSupplier records, ProcessCpu cpu) throws IOException {
    this.records = records;
    this.cpu = cpu;
    this.file = Files.newBufferedWriter(file);
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

  /** Writes a sample of now and the line that makes the file whole; once. */
  synchronized void end() {
    if (ended) {
      return;
    }
    try (file) {
      take();
      ended = true;
      file.write(SampleFile.lastLine(ProcessCpu.maxRssBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void take() throws IOException {
    if (ended) {
      return;
    }
    ProcessCpu.Reading now = cpu.read();
    Sample sample =
        new Sample(System.nanoTime(), records.getAsLong(), now.workedNanos(), now.gcNanos());
    file.write(sample.line());
    file.write('\n');
    file.flush();
  }
}
