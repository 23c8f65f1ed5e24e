package io.kairos.flink.registry;

import java.nio.ByteBuffer;

/**
 * What stands before a record in the Confluent wire format: a zero byte, then the schema's id in
 * four bytes, big-endian.
 */
final class Frame {
  static final int BYTES = 5;

  private Frame() {}

  /** Whether a record is in this format. Single-object encoding begins with C3. */
  static boolean marks(byte[] record) {
    return record != null && record.length > 0 && record[0] == 0;
  }

  /** The schema's id, of a record of at least {@value #BYTES} bytes. */
  static int id(byte[] record) {
    return ByteBuffer.wrap(record).getInt(1);
  }

  static byte[] of(int id) {
    return ByteBuffer.allocate(BYTES).putInt(1, id).array();
  }
}
