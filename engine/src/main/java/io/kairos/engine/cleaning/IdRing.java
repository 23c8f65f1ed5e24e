package io.kairos.engine.cleaning;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.Arrays;

/**
 * The last ids seen, at most {@value #CAPACITY}, oldest first, with their event times, and the
 * latest event time among those forgotten.
 *
 * @param ids 40-bit hashes
 * @param times event time of each id in epoch seconds, rounded up: short in state, and what may
 *     have been forgotten is never taken for new
 * @param forgottenUpTo epoch seconds; {@link Long#MIN_VALUE} while nothing is forgotten
 */
record IdRing(long[] ids, long[] times, long forgottenUpTo) {
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

  /** Whether an id of that time may be one of the forgotten. */
  boolean mayHaveForgotten(long timeMillis) {
    return forgottenUpTo != Long.MIN_VALUE && timeMillis <= forgottenUpTo * 1000;
  }

  IdRing plus(long id, long timeMillis) {
    int drop = ids.length == CAPACITY ? 1 : 0;
    long forgotten = drop == 1 ? Math.max(forgottenUpTo, times[0]) : forgottenUpTo;
    long time = -Math.floorDiv(-timeMillis, 1000);
    return new IdRing(append(ids, drop, id), append(times, drop, time), forgotten);
  }

  private static long[] append(long[] values, int drop, long value) {
    long[] longer = Arrays.copyOfRange(values, drop, values.length + 1);
    longer[longer.length - 1] = value;
    return longer;
  }

  void pack(Packer out) {
    long before = ids.length == 0 ? 0 : times[ids.length - 1];
    out.byteValue(ids.length).number(before).instant(forgottenUpTo, before, Long.MIN_VALUE);
    for (int i = 0; i < ids.length; i++) {
      out.hash(ids[i], 5).number(times[i] - before);
      before = times[i];
    }
  }

  static IdRing unpack(Unpacker in) {
    int count = in.byteValue();
    long before = in.number();
    long forgotten = in.instant(before, Long.MIN_VALUE);
    long[] ids = new long[count];
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      ids[i] = in.hash(5);
      times[i] = before + in.number();
      before = times[i];
    }
    return new IdRing(ids, times, forgotten);
  }
}
