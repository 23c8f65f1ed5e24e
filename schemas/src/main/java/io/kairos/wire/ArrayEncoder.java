package io.kairos.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryEncoder;

/** Avro's binary encoding into an array of its own, which grows and serves for every record. */
final class ArrayEncoder extends BinaryEncoder {
  private static final int LONGEST_NUMBER = 10;

  private byte[] bytes = new byte[4096];
  private int length;

  void clear() {
    length = 0;
  }

  /** What was written since it was cleared. */
  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  @Override
  public void writeBoolean(boolean truth) {
    ensure(1);
    bytes[length++] = (byte) (truth ? 1 : 0);
  }

  @Override
  public void writeInt(int number) {
    ensure(LONGEST_NUMBER);
    length += BinaryData.encodeInt(number, bytes, length);
  }

  @Override
  public void writeLong(long number) {
    ensure(LONGEST_NUMBER);
    length += BinaryData.encodeLong(number, bytes, length);
  }

  @Override
  public void writeFloat(float number) {
    ensure(Float.BYTES);
    length += BinaryData.encodeFloat(number, bytes, length);
  }

  @Override
  public void writeDouble(double number) {
    ensure(Double.BYTES);
    length += BinaryData.encodeDouble(number, bytes, length);
  }

  @Override
  public void writeString(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    writeInt(utf8.length);
    writeFixed(utf8, 0, utf8.length);
  }

  @Override
  public void writeFixed(byte[] fixed, int from, int count) {
    ensure(count);
    System.arraycopy(fixed, from, bytes, length, count);
    length += count;
  }

  @Override
  protected void writeZero() {
    ensure(1);
    bytes[length++] = 0;
  }

  @Override
  public int bytesBuffered() {
    return length;
  }

  @Override
  public void flush() {
    // Nothing lies behind it.
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
