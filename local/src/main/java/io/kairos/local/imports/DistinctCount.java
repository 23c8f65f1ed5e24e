package io.kairos.local.imports;

/**
 * Counts distinct texts by their 64-bit hashes, 8 to 32 bytes a text. Two texts of one hash count
 * as one: among ten million the chance of any such pair is 3 in a million.
 */
final class DistinctCount {
  private long[] table = new long[1 << 10];
  private int size;

  /** Notes a text; true if it is new. */
  boolean add(String text) {
    if (2 * size >= table.length) {
      grow();
    }
    boolean added = put(spread(RowId.hash(text)));
    size += added ? 1 : 0;
    return added;
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    for (long hash : old) {
      if (hash != 0) {
        put(hash);
      }
    }
  }

  private boolean put(long hash) {
    int slot = (int) hash & (table.length - 1);
    while (table[slot] != 0 && table[slot] != hash) {
      slot = (slot + 1) & (table.length - 1);
    }
    boolean free = table[slot] == 0;
    table[slot] = hash;
    return free;
  }

  /** Mixes the high bits into the low ones; 0 marks a free slot and is moved aside. */
  private static long spread(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    mixed ^= mixed >>> 29;
    return mixed == 0 ? 1 : mixed;
  }
}
