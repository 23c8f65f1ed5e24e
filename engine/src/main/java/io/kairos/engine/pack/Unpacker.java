package io.kairos.engine.pack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what {@link Packer} wrote. A read past the end throws {@link IndexOutOfBoundsException}.
 */
public final class Unpacker {
  private final byte[] bytes;
  private final Reading reading;
  private int at;
  private int end;

  public Unpacker(byte[] bytes) {
    this.bytes = bytes;
    this.reading = new Reading(bytes);
    this.end = bytes.length;
  }

  /**
   * Whether the section that is read holds more. A part asks before each field that a release after
   * the first has added, since what an earlier one wrote ends before it.
   */
  public boolean more() {
    return at < end;
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

  /** A hash of so many bytes. */
  public long hash(int bytes) {
    return raw(bytes);
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
    return length < 0 ? null : text(length);
  }

  /** What {@link Packer#word} wrote. */
  public String word() {
    int code = (int) unsigned();
    if (code == 0) {
      return null;
    }
    return code < Words.CODES ? Words.of(code) : text(code - Words.CODES);
  }

  private String text(int length) {
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }

  public <T> List<T> list(Function<Unpacker, T> each) {
    int count = (int) unsigned();
    if (count == 0) {
      return List.of();
    }
    if (count < 0 || count > end - at) {
      throw new IndexOutOfBoundsException(count + " elements in " + (end - at) + " bytes");
    }
    @SuppressWarnings("unchecked") // filled with nothing else, and copied
    T[] values = (T[]) new Object[count];
    for (int i = 0; i < count; i++) {
      values[i] = each.apply(this);
    }
    return List.of(values);
  }

  /** A section; whatever of it {@code content} leaves unread is skipped. */
  public <T> T section(Function<Unpacker, T> content) {
    int length = (int) unsigned();
    int around = end;
    end = at + length;
    T value = content.apply(this);
    at = end;
    end = around;
    return value;
  }

  /** A section that may say nothing. */
  public <T> T section(T nothing, Function<Unpacker, T> content) {
    if (bytes[at] == 0) {
      at++;
      return nothing;
    }
    return section(content);
  }

  /** What {@link Packer#part} wrote. */
  public <T> T part(Function<Unpacker, T> content) {
    int from = at;
    T part = section(content);
    reading.file(part, from, at);
    return part;
  }

  /** A part that may say nothing. */
  public <T> T part(T nothing, Function<Unpacker, T> content) {
    if (bytes[at] == 0) {
      at++;
      return nothing;
    }
    return part(content);
  }

  /** Which bytes each part came from that was read so far. */
  public Reading reading() {
    return reading;
  }

  public int unsignedInt() {
    return (int) unsigned();
  }

  public long unsigned() {
    byte first = bytes[at];
    if (first >= 0) {
      at++;
      return first;
    }
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
