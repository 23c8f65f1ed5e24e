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
  /** Room for most states, and for what one event adds to them. */
  private static final int ROOM = 512;

  private final Reading reading;
  private byte[] bytes;
  private int size;

  public Packer() {
    this(Reading.NONE);
  }

  /** For a state that came of one that was read. */
  public Packer(Reading reading) {
    this.reading = reading;
    this.bytes = new byte[Math.max(ROOM, reading.bytes().length + ROOM / 4)];
  }

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

  /** The lowest bytes as they are, for short hashes. */
  public Packer hash(long value, int bytes) {
    return raw(value, bytes);
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
    return spelled(value, 1);
  }

  /**
   * A text behind its length, which some codes stand before. Most texts are of letters that take
   * one byte each.
   */
  private Packer spelled(String value, int codes) {
    int start = size;
    unsigned((long) codes + value.length());
    room(value.length());
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter >= 0x80) {
        size = start;
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return unsigned((long) codes + utf8.length).bytes(utf8, 0, utf8.length);
      }
      bytes[size++] = (byte) letter;
    }
    return this;
  }

  /** A text or null that is often one of a few: these take one byte. */
  public Packer word(String value) {
    int known = value == null ? 0 : Words.codeOf(value);
    if (known >= 0) {
      return unsigned(known);
    }
    return spelled(value, Words.CODES);
  }

  public <T> Packer list(List<T> values, BiConsumer<T, Packer> each) {
    int count = values.size();
    unsigned(count);
    for (int i = 0; i < count; i++) {
      each.accept(values.get(i), this);
    }
    return this;
  }

  /** A part with its length before it. */
  public <T> Packer section(T part, BiConsumer<T, Packer> content) {
    int start = size;
    content.accept(part, this);
    int length = size - start;
    int width = widthOf(length);
    room(width);
    System.arraycopy(bytes, start, bytes, start + width, length);
    size = start;
    unsigned(length);
    size += length;
    return this;
  }

  private static int widthOf(int length) {
    return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 6) / 7);
  }

  /** A part with its length before it; one byte where it is the part that says nothing. */
  public <T> Packer section(T part, T nothing, BiConsumer<T, Packer> content) {
    return part == nothing || part.equals(nothing) ? unsigned(0) : section(part, content);
  }

  /**
   * A section whose bytes follow from its part alone: copied where the part is the very object that
   * was read, so that what an event leaves alone costs next to nothing.
   */
  public <T> Packer part(T part, BiConsumer<T, Packer> content) {
    int place = reading.placeOf(part);
    return place < 0
        ? section(part, content)
        : bytes(reading.bytes(), reading.from(place), reading.to(place));
  }

  /** The same, in one byte where it is the part that says nothing. */
  public <T> Packer part(T part, T nothing, BiConsumer<T, Packer> content) {
    return part == nothing || part.equals(nothing) ? unsigned(0) : part(part, content);
  }

  /** Bytes written so far. */
  public int size() {
    return size;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private Packer bytes(byte[] values, int from, int to) {
    room(to - from);
    System.arraycopy(values, from, bytes, size, to - from);
    size += to - from;
    return this;
  }

  /** A long as if it had no sign: small ones that are not negative take the fewest bytes. */
  public Packer unsigned(long value) {
    room(10);
    if ((value & ~0x7FL) == 0) {
      bytes[size++] = (byte) value;
      return this;
    }
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
