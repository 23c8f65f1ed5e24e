package io.kairos.local.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;

/** A temporary file with items in order. Grows at its end only. */
final class SortedRun<T> {
  private final Path file;
  private final SpillCodec<T> codec;
  private long size;
  private T last;

  SortedRun(Path file, SpillCodec<T> codec) {
    this.file = file;
    this.codec = codec;
  }

  Path file() {
    return file;
  }

  long size() {
    return size;
  }

  /** The greatest item. Null: the run is empty. */
  T last() {
    return last;
  }

  /** Writes items, which are in order and none before {@link #last}, to the end. */
  void append(Iterator<T> items) throws IOException {
    OutputStream bytes =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes, 1 << 16))) {
      while (items.hasNext()) {
        last = items.next();
        codec.write(last, out);
        size++;
      }
    }
  }

  /** The items from the first; the caller closes the reader. */
  SortedRunReader<T> open() throws IOException {
    return new SortedRunReader<>(
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16)),
        codec,
        size);
  }
}
