package io.kairos.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Writes records in Avro's binary encoding, each behind the same few bytes. It lets the generated
 * classes write themselves instead of walking over their schema. Not for use by several threads at
 * once.
 */
public final class RecordEncoder {
  private static final byte[] MARK = {(byte) 0xC3, 1};

  private final byte[] head;
  private final ArrayEncoder out = new ArrayEncoder();

  /**
   * @param head what stands before each record
   */
  public RecordEncoder(byte[] head) {
    this.head = head.clone();
  }

  /**
   * In single-object encoding.
   *
   * @param schema of all the records
   */
  public static RecordEncoder singleObject(Schema schema) {
    long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    byte[] head = new byte[MARK.length + Long.BYTES];
    System.arraycopy(MARK, 0, head, 0, MARK.length);
    for (int i = 0; i < Long.BYTES; i++) {
      head[MARK.length + i] = (byte) (fingerprint >>> Byte.SIZE * i);
    }
    return new RecordEncoder(head);
  }

  /** The bytes of a record. */
  public byte[] encode(SpecificRecordBase record) {
    out.clear();
    out.writeFixed(head, 0, head.length);
    try {
      record.customEncode(out);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return out.toByteArray();
  }
}
