package io.kairos.engine.pack;

import java.util.Arrays;

/**
 * The bytes that a state was read from, and which of them each of its parts came from: a part that
 * is still the same object is written by copying them.
 *
 * <p>All are equal: where a state was read from is no part of what it says.
 */
public final class Reading {
  /** Of a state that was not read. */
  public static final Reading NONE = new Reading(new byte[0]);

  private static final int PARTS = 12;

  private final byte[] bytes;
  private Object[] parts = new Object[PARTS];
  private int[] ranges = new int[2 * PARTS];
  private int size;

  Reading(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Files a part, with the section's length before it. */
  void file(Object part, int from, int to) {
    if (size == parts.length) {
      parts = Arrays.copyOf(parts, 2 * size);
      ranges = Arrays.copyOf(ranges, 4 * size);
    }
    parts[size] = part;
    ranges[2 * size] = from;
    ranges[2 * size + 1] = to;
    size++;
  }

  /** The place of a part; -1 where that very object was not read. */
  int placeOf(Object part) {
    for (int place = 0; place < size; place++) {
      if (parts[place] == part) {
        return place;
      }
    }
    return -1;
  }

  /** Where the section of the part at a place begins. */
  int from(int place) {
    return ranges[2 * place];
  }

  /** Where it ends. */
  int to(int place) {
    return ranges[2 * place + 1];
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reading;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
