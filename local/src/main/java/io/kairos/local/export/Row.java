package io.kairos.local.export;

import java.util.Comparator;

/**
 * One record on its way into the table, not decoded.
 *
 * @param key by which rows are sorted
 * @param place where it lies in its source; of one key the greatest is the last
 * @param value the record; null: the customer was erased
 */
record Row(String key, long place, byte[] value) {

  static final Comparator<Row> ORDER = Comparator.comparing(Row::key).thenComparingLong(Row::place);
}
