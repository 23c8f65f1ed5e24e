package io.kairos.local.export.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Values in Parquet's plain encoding: numbers little-endian, texts after their length. */
final class PlainValues {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private int bits;
  private int bitCount;

  /** Adds a value of one of the types of {@link ValueType}; those of a column are all alike. */
  void add(Object value) {
    if (value instanceof Integer whole) {
      addInt(whole);
    } else if (value instanceof Long whole) {
      number.putLong(0, whole);
      bytes.write(number.array(), 0, Long.BYTES);
    } else if (value instanceof Double broken) {
      number.putDouble(0, broken);
      bytes.write(number.array(), 0, Double.BYTES);
    } else if (value instanceof Float broken) {
      addInt(Float.floatToRawIntBits(broken));
    } else if (value instanceof Boolean truth) {
      addBit(truth);
    } else if (value instanceof ByteBuffer raw) {
      addBytes(copy(raw));
    } else {
      addBytes(value.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  int size() {
    return bytes.size() + (bitCount > 0 ? 1 : 0);
  }

  /** All values; to be called once before {@link #clear}. */
  byte[] bytes() {
    endBits();
    return bytes.toByteArray();
  }

  void clear() {
    bytes.reset();
    bits = 0;
    bitCount = 0;
  }

  private void addInt(int whole) {
    number.putInt(0, whole);
    bytes.write(number.array(), 0, Integer.BYTES);
  }

  private void addBytes(byte[] text) {
    addInt(text.length);
    bytes.writeBytes(text);
  }

  /** Eight a byte, the first in the lowest bit. */
  private void addBit(boolean truth) {
    bits |= (truth ? 1 : 0) << bitCount;
    bitCount++;
    if (bitCount == Byte.SIZE) {
      endBits();
    }
  }

  private void endBits() {
    if (bitCount > 0) {
      bytes.write(bits);
      bits = 0;
      bitCount = 0;
    }
  }

  private static byte[] copy(ByteBuffer raw) {
    byte[] copy = new byte[raw.remaining()];
    raw.duplicate().get(copy);
    return copy;
  }
}
