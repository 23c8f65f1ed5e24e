package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What the customer's orders brought in the last {@value #LONGEST} days, in the shop's zone. The
 * last {@value #DAYS} purchase days are kept one by one, earlier ones by calendar month. A month
 * stands at its last day: it counts in a window for as long as that does.
 *
 * @param days latest first
 * @param months latest first
 */
record Ledger(List<Takings> days, List<Takings> months) {
  static final int DAYS = 24;

  /** The longest window, in days. */
  static final int LONGEST = 365;

  static final Ledger NONE = new Ledger(List.of(), List.of());

  /** What the days from one on brought; {@code what} takes orders or money. */
  long sum(int firstDay, ToLongFunction<Takings> what) {
    return sum(days, firstDay, what) + sum(months, firstDay, what);
  }

  private static long sum(List<Takings> all, int firstDay, ToLongFunction<Takings> what) {
    long sum = 0;
    for (int i = 0; i < all.size(); i++) {
      Takings takings = all.get(i);
      if (takings.day() < firstDay) {
        break;
      }
      sum += what.applyAsLong(takings);
    }
    return sum;
  }

  /** The earliest day from one on that counts; {@link Integer#MAX_VALUE} for none. */
  int earliest(int firstDay) {
    return Math.min(earliest(days, firstDay), earliest(months, firstDay));
  }

  private static int earliest(List<Takings> all, int firstDay) {
    int earliest = Integer.MAX_VALUE;
    for (int i = 0; i < all.size(); i++) {
      Takings takings = all.get(i);
      if (takings.day() < firstDay) {
        break;
      }
      earliest = takings.day();
    }
    return earliest;
  }

  /** Whether something was bought on a day, as far as days are kept. */
  boolean knows(int day) {
    for (Takings known : days) {
      if (known.day() == day) {
        return true;
      }
    }
    return false;
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
    next.replaceAll(known -> known.day() == day ? known.plus(orders, minor) : known);
    return new Ledger(List.copyOf(next), months);
  }

  private Ledger opened(Takings takings) {
    List<Takings> next = new ArrayList<>(days);
    next.add(takings);
    next.sort((a, b) -> Integer.compare(b.day(), a.day()));
    if (next.size() <= DAYS) {
      return new Ledger(List.copyOf(next), months);
    }
    Takings oldest = next.remove(DAYS);
    return new Ledger(List.copyOf(next), months).folded(oldest);
  }

  private Ledger folded(Takings day) {
    Takings month = new Takings(lastOfMonth(day.day()), day.orders(), day.minor());
    List<Takings> next = new ArrayList<>(months);
    int known = 0;
    while (known < next.size() && next.get(known).day() > month.day()) {
      known++;
    }
    if (known < next.size() && next.get(known).day() == month.day()) {
      next.set(known, next.get(known).plus(month.orders(), month.minor()));
    } else {
      next.add(known, month);
    }
    return new Ledger(days, List.copyOf(next));
  }

  private Ledger since(int today) {
    boolean current =
        days.stream().allMatch(day -> day.day() >= today - LONGEST)
            && months.stream().allMatch(month -> month.day() >= today - LONGEST);
    return current
        ? this
        : new Ledger(
            days.stream().filter(day -> day.day() >= today - LONGEST).toList(),
            months.stream().filter(month -> month.day() >= today - LONGEST).toList());
  }

  private static int lastOfMonth(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return (int) date.withDayOfMonth(date.lengthOfMonth()).toEpochDay();
  }

  void pack(Packer out) {
    pack(out, days);
    pack(out, months);
  }

  private static void pack(Packer out, List<Takings> all) {
    out.unsigned(all.size());
    int since = Shop.PACKED_DAYS_FROM;
    for (int i = 0; i < all.size(); i++) {
      Takings takings = all.get(i);
      takings.pack(out, since);
      since = takings.day();
    }
  }

  static Ledger unpack(Unpacker in) {
    return new Ledger(takings(in), takings(in));
  }

  private static List<Takings> takings(Unpacker in) {
    List<Takings> all = new ArrayList<>();
    int since = Shop.PACKED_DAYS_FROM;
    for (int rest = in.unsignedInt(); rest > 0; rest--) {
      Takings takings = Takings.unpack(in, since);
      since = takings.day();
      all.add(takings);
    }
    return List.copyOf(all);
  }
}
