package io.kairos.local.imports;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How an item lies in a temporary file: {@link #read} takes exactly what {@link #write} gave. */
public interface SpillCodec<T> {
  void write(T item, DataOutputStream out) throws IOException;

  T read(DataInputStream in) throws IOException;

  /** What an item counts toward a full chunk, at least 1: its bytes where sizes differ much. */
  default int weight(T item) {
    return 1;
  }
}
