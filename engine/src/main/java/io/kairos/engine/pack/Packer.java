package io.kairos.engine.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes state as bytes. Numbers are variable-length, texts are UTF-8 behind their length, sections
 * stand behind their length so that an older release can skip what it does not know.
 */
public final class Packer {
  private byte[] bytes = new byte[256];
  private int size;

  public Packer byteValue(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  public Packer flag(boolean value) {
    return byteValue(value ? 1 : 0);
  }

  /** Any long; small magnitudes of either sign take few bytes. */
  public Packer number(long value) {
    return unsigned((value << 1) ^ (value >> 63));
  }

  /** Eight bytes as they are, for hashes. */
  public Packer hash(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  /** A text or null. */
  public Packer text(String value) {
    if (value == null) {
      return unsigned(0);
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    unsigned(utf8.length + 1L);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return this;
  }

  public <T> Packer list(List<T> values, BiConsumer<T, Packer> each) {
    unsigned(values.size());
    for (T value : values) {
      each.accept(value, this);
    }
    return this;
  }

  /** A part with its length in four bytes before it. */
  public <T> Packer section(T part, BiConsumer<T, Packer> content) {
    room(4);
    int start = size;
    size += 4;
    content.accept(part, this);
    int length = size - start - 4;
    for (int i = 0; i < 4; i++) {
      bytes[start + i] = (byte) (length >>> (24 - 8 * i));
    }
    return this;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private Packer unsigned(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
