package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * At which hours of the day the customer is active, in the customer's zone. An hour counts once,
 * however much happens in it; when one has counted {@value #MOST}, all are halved, so that habits
 * can change.
 *
 * @param counts by hour, 0 to 23
 */
public record Hours(int[] counts) {
  static final int MOST = 127;

  static final Hours NONE = new Hours(new int[24]);

  /** The hour that counts most, the earliest of several; -1 while there is none. */
  public int best() {
    int best = -1;
    for (int hour = 0; hour < counts.length; hour++) {
      if (counts[hour] > 0 && (best < 0 || counts[hour] > counts[best])) {
        best = hour;
      }
    }
    return best;
  }

  Hours plus(int hour) {
    int[] next = counts.clone();
    next[hour]++;
    if (next[hour] > MOST) {
      for (int i = 0; i < next.length; i++) {
        next[i] /= 2;
      }
    }
    return new Hours(next);
  }

  void pack(Packer out) {
    int mask = 0;
    for (int hour = 0; hour < counts.length; hour++) {
      mask |= counts[hour] == 0 ? 0 : 1 << hour;
    }
    out.hash(mask, 3);
    for (int count : counts) {
      if (count != 0) {
        out.byteValue(count);
      }
    }
  }

  static Hours unpack(Unpacker in) {
    long mask = in.hash(3);
    int[] counts = new int[24];
    for (int hour = 0; hour < counts.length; hour++) {
      counts[hour] = (mask & 1L << hour) == 0 ? 0 : in.byteValue();
    }
    return new Hours(counts);
  }
}
