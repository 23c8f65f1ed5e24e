package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * What a customer did in the last {@value #LONG} days, by day in the shop's zone.
 *
 * @param active the days with activity, the latest first
 */
public record Days(List<Day> active) {
  /** The longest window, in days. */
  public static final int LONG = 90;

  /** The window of what is not asked for longer, in days. */
  public static final int SHORT = 30;

  static final Days NONE = new Days(List.of());

  /** A sum over the days of a window. */
  public long sum(DayCount what, int firstDay) {
    long sum = 0;
    for (int i = 0; i < active.size(); i++) {
      Day day = active.get(i);
      sum += day.day() >= firstDay ? day.of(what) : 0;
    }
    return sum;
  }

  /** Days with activity from a day on. */
  public int count(int firstDay) {
    int count = 0;
    for (int i = 0; i < active.size(); i++) {
      Day day = active.get(i);
      count += day.day() >= firstDay ? 1 : 0;
    }
    return count;
  }

  /**
   * The earliest day of a window on which something was counted: when it leaves the window the sum
   * changes.
   *
   * @param what null for any activity
   * @return {@link Integer#MAX_VALUE} if there is none
   */
  public int earliest(DayCount what, int firstDay) {
    int earliest = Integer.MAX_VALUE;
    for (int i = 0; i < active.size(); i++) {
      Day day = active.get(i);
      boolean counts = what == null || day.of(what) != 0;
      earliest = counts && day.day() >= firstDay ? day.day() : earliest;
    }
    return earliest;
  }

  /**
   * With activity on a day, and without what lies too far behind today; a day that is too long ago
   * counts nothing.
   *
   * @param deed what is counted once; null for nothing
   * @param seconds browsed
   */
  Days with(int day, int today, DayCount deed, long seconds) {
    boolean goesOn = day == today && !active.isEmpty() && active.get(0).day() == day;
    return (goesOn ? this : filed(day, today)).counting(day, deed, seconds);
  }

  /** With something counted once on a day with activity. */
  Days plus(int day, DayCount what) {
    return counting(day, what, 0);
  }

  private Days counting(int day, DayCount deed, long seconds) {
    int place = 0;
    while (place < active.size() && active.get(place).day() != day) {
      place++;
    }
    if (place == active.size() || deed == null && seconds == 0) {
      return this;
    }
    Day[] next = active.toArray(new Day[0]);
    next[place] = next[place].plus(deed, seconds);
    return new Days(List.of(next));
  }

  private Days filed(int day, int today) {
    List<Day> next = new ArrayList<>(active.size() + 1);
    boolean missing = day >= today - LONG;
    for (Day known : active) {
      if (missing && known.day() <= day) {
        if (known.day() < day) {
          next.add(Day.active(day));
        }
        missing = false;
      }
      if (known.day() >= today - SHORT) {
        next.add(known);
      } else if (known.day() >= today - LONG) {
        next.add(known.aged());
      }
    }
    if (missing) {
      next.add(Day.active(day));
    }
    return new Days(List.copyOf(next));
  }

  /** The latest so many days with activity. */
  Days only(int latest) {
    return active.size() <= latest ? this : new Days(active.subList(0, latest));
  }

  void pack(Packer out) {
    out.unsigned(active.size());
    int since = active.isEmpty() ? 0 : active.get(0).day();
    out.number(since == 0 ? 0 : since - Shop.PACKED_DAYS_FROM);
    for (int i = 0; i < active.size(); i++) {
      Day day = active.get(i);
      day.pack(out, since);
      since = day.day();
    }
  }

  static Days unpack(Unpacker in) {
    int count = in.unsignedInt();
    int since = in.intNumber() + Shop.PACKED_DAYS_FROM;
    List<Day> days = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Day day = Day.unpack(in, since);
      since = day.day();
      days.add(day);
    }
    return new Days(List.copyOf(days));
  }
}
