package io.kairos.local.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reports how far a file has been read. */
final class CountedStream extends FilterInputStream {
  private final long totalBytes;
  private final ImportProgress progress;
  private long readBytes;

  CountedStream(InputStream file, long totalBytes, ImportProgress progress) {
    super(file);
    this.totalBytes = totalBytes;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int got = super.read(target, offset, length);
    count(Math.max(got, 0));
    return got;
  }

  private void count(int bytes) {
    readBytes += bytes;
    progress.read(readBytes, totalBytes);
  }
}
