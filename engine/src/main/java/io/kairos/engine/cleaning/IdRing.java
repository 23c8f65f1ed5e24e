package io.kairos.engine.cleaning;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.Arrays;

/**
 * The last ids seen, at most {@value #CAPACITY}, oldest first, with their event times, and the
 * latest event time among those forgotten.
 *
 * @param ids 64-bit hashes
 * @param timesMillis event time of each id, epoch milliseconds
 * @param forgottenUpToMillis {@link Long#MIN_VALUE} while nothing is forgotten
 */
record IdRing(long[] ids, long[] timesMillis, long forgottenUpToMillis) {
  static final int CAPACITY = 16;
  static final IdRing EMPTY = new IdRing(new long[0], new long[0], Long.MIN_VALUE);

  boolean contains(long id) {
    for (long known : ids) {
      if (known == id) {
        return true;
      }
    }
    return false;
  }

  IdRing plus(long id, long timeMillis) {
    int drop = ids.length == CAPACITY ? 1 : 0;
    long forgotten =
        drop == 1 ? Math.max(forgottenUpToMillis, timesMillis[0]) : forgottenUpToMillis;
    return new IdRing(append(ids, drop, id), append(timesMillis, drop, timeMillis), forgotten);
  }

  private static long[] append(long[] values, int drop, long value) {
    long[] longer = Arrays.copyOfRange(values, drop, values.length + 1);
    longer[longer.length - 1] = value;
    return longer;
  }

  void pack(Packer out) {
    out.byteValue(ids.length).number(forgottenUpToMillis);
    long before = 0;
    for (int i = 0; i < ids.length; i++) {
      out.hash(ids[i]).number(timesMillis[i] - before);
      before = timesMillis[i];
    }
  }

  static IdRing unpack(Unpacker in) {
    int count = in.byteValue();
    long forgotten = in.number();
    long[] ids = new long[count];
    long[] times = new long[count];
    long before = 0;
    for (int i = 0; i < count; i++) {
      ids[i] = in.hash();
      times[i] = before + in.number();
      before = times[i];
    }
    return new IdRing(ids, times, forgotten);
  }
}
