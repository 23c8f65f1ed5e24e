package io.kairos.flink.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Values in Avro's binary encoding, read one after the other.
 *
 * <p>It reads what Avro's own encoder writes. What an encoder may write otherwise, such as a
 * collection in several blocks, and what none may write, is {@link Unusual}; past the end it throws
 * an {@link IndexOutOfBoundsException}.
 */
final class Bytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Far below Avro's limits, so that what is longer is judged by those. */
  private static final int LONGEST_TEXT = 1 << 16;

  private static final int MOST_ITEMS = 1_000;
  private static final int INT_BYTES = 5;
  private static final int LAST_SHIFT = 63;

  private final SharedWords words = new SharedWords();
  private byte[] bytes;
  private int at;

  /** Goes to the first value. */
  void open(byte[] record, int from) {
    bytes = record;
    at = from;
  }

  boolean atEnd() {
    return at == bytes.length;
  }

  long number() {
    byte first = bytes[at++];
    return first >= 0 ? first >>> 1 ^ -(first & 1) : longer(first & 0x7f);
  }

  private long longer(long first) {
    long zigzag = first;
    for (int shift = 7; shift < LAST_SHIFT; shift += 7) {
      byte next = bytes[at++];
      zigzag |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return zigzag >>> 1 ^ -(zigzag & 1);
      }
    }
    byte last = bytes[at++];
    if (last < 0 || last > 1) {
      throw Unusual.RECORD;
    }
    zigzag |= (long) last << LAST_SHIFT;
    return zigzag >>> 1 ^ -(zigzag & 1);
  }

  int integer() {
    int from = at;
    long number = number();
    if (number != (int) number || at - from > INT_BYTES) {
      throw Unusual.RECORD;
    }
    return (int) number;
  }

  /** Which symbol of an enum. */
  int symbol(int symbols) {
    int ordinal = bytes[at++];
    if (ordinal < 0 || (ordinal & 1) == 1 || ordinal >>> 1 >= symbols) {
      throw Unusual.RECORD;
    }
    return ordinal >>> 1;
  }

  boolean truth() {
    byte truth = bytes[at++];
    if (truth < 0 || truth > 1) {
      throw Unusual.RECORD;
    }
    return truth == 1;
  }

  String text() {
    int length = length();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  /** The union of null and something else: whether it is something else. */
  boolean given() {
    return symbol(2) == 1;
  }

  long optionalNumber(long absent) {
    return given() ? number() : absent;
  }

  int optionalInteger(int absent) {
    return given() ? integer() : absent;
  }

  /** NaN where there is none. */
  double optionalReal() {
    if (!given()) {
      return Double.NaN;
    }
    at += Long.BYTES;
    return Double.longBitsToDouble((long) LONGS.get(bytes, at - Long.BYTES));
  }

  /** Null where there is none. */
  String optionalText() {
    return given() ? text() : null;
  }

  /** A text that comes again in many records; null where there is none. */
  String optionalWord() {
    return given() ? word() : null;
  }

  private String word() {
    int length = length();
    at += length;
    return words.of(bytes, at - length, length);
  }

  void skipOptionalText() {
    if (given()) {
      skipText();
    }
  }

  void skipText() {
    int length = length();
    at += length;
  }

  private int length() {
    long length = number();
    if (length < 0 || length > LONGEST_TEXT || length > bytes.length - at) {
      throw Unusual.RECORD;
    }
    return (int) length;
  }

  /** How many items a collection has; {@link #endItems} has to follow if there are any. */
  int items() {
    long items = number();
    if (items < 0 || items > MOST_ITEMS) {
      throw Unusual.RECORD;
    }
    return (int) items;
  }

  void endItems() {
    if (bytes[at++] != 0) {
      throw Unusual.RECORD;
    }
  }

  Map<String, String> texts() {
    int items = items();
    if (items == 0) {
      return Collections.emptyMap();
    }
    Map<String, String> texts = new HashMap<>();
    for (int rest = items; rest > 0; rest--) {
      String name = word();
      texts.put(name, word());
    }
    endItems();
    return texts;
  }
}
