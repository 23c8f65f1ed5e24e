package io.kairos.local.imports;

/**
 * Ids of events whose rows carry none: {@code rees46-17-9c1f...}. A rerun repeats them; the row's
 * number keeps equal rows apart, the hash of its text keeps the files of a series apart.
 */
final class RowId {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private RowId() {}

  static String of(String format, long row, Iterable<String> values) {
    long hash = FNV_OFFSET;
    for (String value : values) {
      hash = (hash(hash, value) ^ ',') * FNV_PRIME;
    }
    return format + "-" + row + "-" + Long.toHexString(hash);
  }

  /** 64-bit FNV-1a over the UTF-16 units of a text. */
  static long hash(String text) {
    return hash(FNV_OFFSET, text);
  }

  private static long hash(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
