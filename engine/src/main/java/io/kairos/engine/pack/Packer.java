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

  /**
   * An instant, counted from another so that it is short; one byte if it is {@code never}.
   *
   * @param never the value that stands for no instant
   */
  public Packer instant(long millis, long since, long never) {
    return millis == never ? flag(false) : flag(true).number(millis - since);
  }

  /** Eight bytes as they are, for hashes. */
  public Packer hash(long value) {
    return raw(value, 8);
  }

  /** Six bytes as they are, for hashes of 48 bits. */
  public Packer shortHash(long value) {
    return raw(value, 6);
  }

  private Packer raw(long value, int width) {
    room(width);
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
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

  /** A part with its length before it. */
  public <T> Packer section(T part, BiConsumer<T, Packer> content) {
    int start = size;
    content.accept(part, this);
    int length = size - start;
    unsigned(length);
    int width = size - start - length;
    byte[] prefix = Arrays.copyOfRange(bytes, size - width, size);
    System.arraycopy(bytes, start, bytes, start + width, length);
    System.arraycopy(prefix, 0, bytes, start, width);
    return this;
  }

  /** Bytes written so far. */
  public int size() {
    return size;
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
