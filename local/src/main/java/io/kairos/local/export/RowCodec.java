package io.kairos.local.export;

import io.kairos.local.imports.SpillCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How a row lies in a temporary file. */
final class RowCodec implements SpillCodec<Row> {
  private static final int ERASED = -1;

  @Override
  public void write(Row row, DataOutputStream out) throws IOException {
    byte[] key = row.key().getBytes(StandardCharsets.UTF_8);
    out.writeInt(key.length);
    out.write(key);
    out.writeLong(row.place());
    if (row.value() == null) {
      out.writeInt(ERASED);
    } else {
      out.writeInt(row.value().length);
      out.write(row.value());
    }
  }

  @Override
  public Row read(DataInputStream in) throws IOException {
    String key = new String(bytes(in, in.readInt()), StandardCharsets.UTF_8);
    long place = in.readLong();
    int length = in.readInt();
    return new Row(key, place, length == ERASED ? null : bytes(in, length));
  }

  private static byte[] bytes(DataInputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}
