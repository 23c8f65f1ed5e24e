package io.kairos.local.imports;

import java.io.DataInputStream;
import java.io.IOException;

/** Reads a run from its first item; stands on one item at a time. */
final class SortedRunReader<T> implements AutoCloseable {
  private final DataInputStream in;
  private final SpillCodec<T> codec;
  private long left;
  private T head;

  SortedRunReader(DataInputStream in, SpillCodec<T> codec, long size) {
    this.in = in;
    this.codec = codec;
    this.left = size;
  }

  /** The item that {@link #advance} moved to. */
  T head() {
    return head;
  }

  /** Moves to the next item; false and no head after the last. */
  boolean advance() throws IOException {
    head = left > 0 ? codec.read(in) : null;
    return left-- > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
