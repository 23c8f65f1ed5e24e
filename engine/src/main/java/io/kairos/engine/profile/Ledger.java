package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What the customer's orders brought in the last {@value #LONGEST} days, in the shop's zone. The
 * last {@value #DAYS} purchase days are kept one by one, earlier ones by calendar month; a month
 * counts in a window of days for as long as its last day does.
 *
 * @param days latest first
 * @param months latest first
 */
record Ledger(List<Takings> days, List<Takings> months) {
  static final int DAYS = 24;

  /** The longest window, in days. */
  static final int LONGEST = 365;

  private static final int MONTHS = 13;

  static final Ledger NONE = new Ledger(List.of(), List.of());

  /** What one window brought; {@code what} takes orders or money. */
  long sum(int firstDay, ToLongFunction<Takings> what) {
    long sum = 0;
    for (Takings day : days) {
      sum += day.period() >= firstDay ? what.applyAsLong(day) : 0;
    }
    for (Takings month : months) {
      sum += lastDayOf(month.period()) >= firstDay ? what.applyAsLong(month) : 0;
    }
    return sum;
  }

  /** What the calendar months from one on brought. */
  long sumOfMonths(int firstMonth, ToLongFunction<Takings> what) {
    long sum = 0;
    for (Takings day : days) {
      sum += monthOf(day.period()) >= firstMonth ? what.applyAsLong(day) : 0;
    }
    for (Takings month : months) {
      sum += month.period() >= firstMonth ? what.applyAsLong(month) : 0;
    }
    return sum;
  }

  /** What one calendar month brought. */
  Takings month(int month) {
    return new Takings(
        month,
        (int) (sumOfMonths(month, Takings::orders) - sumOfMonths(month + 1, Takings::orders)),
        sumOfMonths(month, Takings::minor) - sumOfMonths(month + 1, Takings::minor));
  }

  /** The earliest day that counts in a window: when it leaves, the sums change. */
  int earliest(int firstDay) {
    int earliest = Integer.MAX_VALUE;
    for (Takings day : days) {
      earliest = day.period() >= firstDay ? Math.min(earliest, day.period()) : earliest;
    }
    for (Takings month : months) {
      int last = lastDayOf(month.period());
      earliest = last >= firstDay ? Math.min(earliest, last) : earliest;
    }
    return earliest;
  }

  /** The earliest month that counts in a window of months. */
  int earliestMonth(int firstMonth) {
    int earliest = Integer.MAX_VALUE;
    for (Takings day : days) {
      int month = monthOf(day.period());
      earliest = month >= firstMonth ? Math.min(earliest, month) : earliest;
    }
    for (Takings month : months) {
      earliest = month.period() >= firstMonth ? Math.min(earliest, month.period()) : earliest;
    }
    return earliest;
  }

  /** Whether something was bought on a day, as far as days are kept. */
  boolean knows(int day) {
    return days.stream().anyMatch(known -> known.period() == day);
  }

  /** After a payment. */
  Ledger paid(int day, int orders, long minor, int today) {
    return (knows(day) ? corrected(day, orders, minor) : opened(new Takings(day, orders, minor)))
        .since(today);
  }

  /**
   * After money was given back; where its day is not kept its month takes it. What lies behind all
   * windows changes nothing.
   */
  Ledger returned(int day, int orders, long minor, int today) {
    if (day < today - LONGEST) {
      return this;
    }
    Takings less = new Takings(day, -orders, -minor);
    return (knows(day) ? corrected(day, -orders, -minor) : folded(less)).since(today);
  }

  private Ledger corrected(int day, int orders, long minor) {
    List<Takings> next = new ArrayList<>(days);
    next.replaceAll(known -> known.period() == day ? known.plus(orders, minor) : known);
    return new Ledger(List.copyOf(next), months);
  }

  private Ledger opened(Takings takings) {
    List<Takings> next = new ArrayList<>(days);
    next.add(takings);
    next.sort((a, b) -> Integer.compare(b.period(), a.period()));
    if (next.size() <= DAYS) {
      return new Ledger(List.copyOf(next), months);
    }
    Takings oldest = next.remove(DAYS);
    return new Ledger(List.copyOf(next), months).folded(oldest);
  }

  private Ledger folded(Takings day) {
    int month = monthOf(day.period());
    List<Takings> next = new ArrayList<>(months);
    boolean known = next.removeIf(other -> other.period() == month);
    Takings before =
        known
            ? months.stream().filter(other -> other.period() == month).findFirst().orElseThrow()
            : new Takings(month, 0, 0);
    next.add(before.plus(day.orders(), day.minor()));
    next.sort((a, b) -> Integer.compare(b.period(), a.period()));
    return new Ledger(days, List.copyOf(next));
  }

  private Ledger since(int today) {
    int month = monthOf(today);
    boolean current =
        days.stream().allMatch(day -> day.period() >= today - LONGEST)
            && months.stream().allMatch(known -> known.period() >= month - MONTHS);
    return current
        ? this
        : new Ledger(
            days.stream().filter(day -> day.period() >= today - LONGEST).toList(),
            months.stream().filter(known -> known.period() >= month - MONTHS).toList());
  }

  private static int monthOf(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return date.getYear() * 12 + date.getMonthValue() - 1;
  }

  private static int lastDayOf(int month) {
    LocalDate first = LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
    return (int) first.plusMonths(1).toEpochDay() - 1;
  }

  void pack(Packer out) {
    pack(out, days, Shop.PACKED_DAYS_FROM);
    pack(out, months, Shop.PACKED_MONTHS_FROM);
  }

  private static void pack(Packer out, List<Takings> all, int from) {
    out.unsigned(all.size());
    int since = from;
    for (Takings takings : all) {
      takings.pack(out, since);
      since = takings.period();
    }
  }

  static Ledger unpack(Unpacker in) {
    return new Ledger(unpack(in, Shop.PACKED_DAYS_FROM), unpack(in, Shop.PACKED_MONTHS_FROM));
  }

  private static List<Takings> unpack(Unpacker in, int from) {
    List<Takings> all = new ArrayList<>();
    int since = from;
    for (int rest = in.unsignedInt(); rest > 0; rest--) {
      Takings takings = Takings.unpack(in, since);
      since = takings.period();
      all.add(takings);
    }
    return List.copyOf(all);
  }
}
