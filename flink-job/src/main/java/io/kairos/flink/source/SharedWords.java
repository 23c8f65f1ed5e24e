package io.kairos.flink.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts that come again and again, such as brands and cities, so that each is made, and hashed by
 * whoever looks it up, only once. Each has one place, where it displaces another.
 */
final class SharedWords {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIXER = 0x9e3779b97f4a7c15L;
  private static final int LONGEST = 48;
  private static final int PLACE_BITS = 11;

  private final byte[][] encoded = new byte[1 << PLACE_BITS][];
  private final String[] words = new String[1 << PLACE_BITS];

  /** The text of a range of UTF-8. */
  String of(byte[] bytes, int from, int length) {
    if (length > LONGEST) {
      return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
    int place = place(bytes, from, from + length);
    byte[] known = encoded[place];
    if (known == null || !Arrays.equals(known, 0, known.length, bytes, from, from + length)) {
      encoded[place] = Arrays.copyOfRange(bytes, from, from + length);
      words[place] = new String(bytes, from, length, StandardCharsets.UTF_8);
    }
    return words[place];
  }

  private static int place(byte[] bytes, int from, int to) {
    long hash = to - from;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      hash = (hash ^ (long) LONGS.get(bytes, at)) * MIXER;
      hash ^= hash >>> 32;
    }
    for (; at < to; at++) {
      hash = (hash ^ bytes[at]) * MIXER;
    }
    return (int) (hash >>> -PLACE_BITS);
  }
}
