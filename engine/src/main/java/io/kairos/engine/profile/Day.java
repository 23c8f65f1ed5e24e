package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * What a customer did on one day in the shop's zone. A day without any count was active all the
 * same.
 *
 * @param day days since 1970-01-01
 * @param counts by {@link DayCount}
 */
record Day(int day, int[] counts) {
  private static final DayCount[] ALL = DayCount.values();

  static Day active(int day) {
    return new Day(day, new int[ALL.length]);
  }

  int of(DayCount what) {
    return counts[what.ordinal()];
  }

  /**
   * With more counted.
   *
   * @param deed counted once; null for none
   * @param seconds browsed
   */
  Day plus(DayCount deed, long seconds) {
    int[] next = counts.clone();
    if (deed != null) {
      add(next, deed, 1);
    }
    add(next, DayCount.BROWSE_SECONDS, seconds);
    return new Day(day, next);
  }

  private static void add(int[] counts, DayCount what, long more) {
    int slot = what.ordinal();
    counts[slot] = (int) Math.max(0, Math.min(what.ceiling(), counts[slot] + more));
  }

  /** What is still asked for of a day more than 30 days ago. */
  Day aged() {
    Day aged = active(day);
    for (DayCount what : ALL) {
      aged.counts[what.ordinal()] = what.isLong() ? of(what) : 0;
    }
    return aged;
  }

  void pack(Packer out, int since) {
    int mask = 0;
    for (DayCount what : ALL) {
      mask |= of(what) == 0 ? 0 : 1 << what.ordinal();
    }
    out.unsigned(since - day).unsigned(mask);
    for (int count : counts) {
      if (count != 0) {
        out.unsigned(count);
      }
    }
  }

  /** Reads what {@link #pack} wrote; counts of a later release are left out. */
  static Day unpack(Unpacker in, int since) {
    Day day = active(since - in.unsignedInt());
    for (int rest = in.unsignedInt(); rest != 0; rest &= rest - 1) {
      int place = Integer.numberOfTrailingZeros(rest);
      int count = in.unsignedInt();
      if (place < ALL.length) {
        day.counts[place] = count;
      }
    }
    return day;
  }
}
