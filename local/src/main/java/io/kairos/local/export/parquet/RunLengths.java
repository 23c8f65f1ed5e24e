package io.kairos.local.export.parquet;

import java.io.ByteArrayOutputStream;

/**
 * Levels as runs of equal ones, in Parquet's hybrid of run lengths and bit packing, of which only
 * the runs are used: the compression that follows makes up for short ones.
 */
final class RunLengths {
  private final int bytesPerLevel;
  private final ByteArrayOutputStream runs = new ByteArrayOutputStream();
  private int level;
  private int length;

  /**
   * @param highest the highest level that comes, at least 1 and below 2^16
   */
  RunLengths(int highest) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(highest);
    this.bytesPerLevel = (bits + 7) / 8;
  }

  void add(int next) {
    if (next != level) {
      endRun();
      level = next;
    }
    length++;
  }

  /** All runs; more may follow. */
  byte[] bytes() {
    endRun();
    return runs.toByteArray();
  }

  void clear() {
    runs.reset();
    length = 0;
  }

  private void endRun() {
    if (length > 0) {
      unsigned(length << 1);
      for (int shift = 0; shift < bytesPerLevel; shift++) {
        runs.write(level >>> (8 * shift));
      }
      length = 0;
    }
  }

  /** Seven bits a byte, the lowest first; the header of a run is its length, shifted by one. */
  private void unsigned(int number) {
    int rest = number;
    while ((rest & ~0x7f) != 0) {
      runs.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    runs.write(rest);
  }
}
