package io.kairos.local.imports;

import java.util.Comparator;

/**
 * A record of an output topic on its way through a sort, not decoded.
 *
 * @param key by which records are sorted
 * @param place where it lies in its source; of one key the greatest is the last
 * @param value the record; null: the customer was erased
 */
public record KeyedRecord(String key, long place, byte[] value) {

  /** By key, then place. */
  public static final Comparator<KeyedRecord> ORDER =
      Comparator.comparing(KeyedRecord::key).thenComparingLong(KeyedRecord::place);

  /** How it lies in a temporary file. */
  public static SpillCodec<KeyedRecord> codec() {
    return new KeyedRecordCodec();
  }
}
