package io.kairos.engine.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what {@link Packer} wrote. A read past the end throws {@link IndexOutOfBoundsException}.
 */
public final class Unpacker {
  private final byte[] bytes;
  private int at;

  public Unpacker(byte[] bytes) {
    this.bytes = bytes;
  }

  public int byteValue() {
    return bytes[at++];
  }

  public boolean flag() {
    return byteValue() != 0;
  }

  public long number() {
    long raw = unsigned();
    return (raw >>> 1) ^ -(raw & 1);
  }

  public int intNumber() {
    return Math.toIntExact(number());
  }

  /** An instant that was written with the same {@code since} and {@code never}. */
  public long instant(long since, long never) {
    return flag() ? since + number() : never;
  }

  public long hash() {
    return raw(8);
  }

  public long shortHash() {
    return raw(6);
  }

  private long raw(int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = (value << 8) | (bytes[at++] & 0xFF);
    }
    return value;
  }

  public String text() {
    int length = (int) unsigned() - 1;
    if (length < 0) {
      return null;
    }
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }

  public <T> List<T> list(Function<Unpacker, T> each) {
    int count = (int) unsigned();
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(each.apply(this));
    }
    return List.copyOf(values);
  }

  /** A section; whatever of it {@code content} leaves unread is skipped. */
  public <T> T section(Function<Unpacker, T> content) {
    int length = (int) unsigned();
    int end = at + length;
    T value = content.apply(this);
    at = end;
    return value;
  }

  private long unsigned() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }
}
