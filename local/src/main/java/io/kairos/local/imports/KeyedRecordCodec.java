package io.kairos.local.imports;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How a keyed record lies in a temporary file. */
final class KeyedRecordCodec implements SpillCodec<KeyedRecord> {
  private static final int ERASED = -1;

  @Override
  public void write(KeyedRecord record, DataOutputStream out) throws IOException {
    byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
    out.writeInt(key.length);
    out.write(key);
    out.writeLong(record.place());
    if (record.value() == null) {
      out.writeInt(ERASED);
    } else {
      out.writeInt(record.value().length);
      out.write(record.value());
    }
  }

  @Override
  public KeyedRecord read(DataInputStream in) throws IOException {
    String key = new String(bytes(in, in.readInt()), StandardCharsets.UTF_8);
    long place = in.readLong();
    int length = in.readInt();
    return new KeyedRecord(key, place, length == ERASED ? null : bytes(in, length));
  }

  private static byte[] bytes(DataInputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}
