package io.kairos.local.export.parquet;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Knows how many bytes went through it. */
final class CountedOutput extends FilterOutputStream {
  private long position;

  CountedOutput(OutputStream out) {
    super(out);
  }

  long position() {
    return position;
  }

  @Override
  public void write(int one) throws IOException {
    out.write(one);
    position++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    position += length;
  }
}
