package io.kairos.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Money by day, and what becomes of the days of those who buy all the time. */
class LedgerTest {
  private static final int START = (int) LocalDate.parse("2025-01-15").toEpochDay();

  /** Each number is the gap to the next payment, in days, and its amount. */
  @Property(tries = 500)
  void windowsHoldTheLastDaysOneByOneAndEarlierOnesByMonth(
      @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 0, max = 3) Integer> gaps,
      @ForAll @IntRange(min = 1, max = 366) int window) {
    Ledger ledger = Ledger.NONE;
    TreeMap<Integer, Long> byDay = new TreeMap<>(Comparator.reverseOrder());
    int today = START;
    for (int i = 0; i < gaps.size(); i++) {
      today += gaps.get(i);
      ledger = ledger.paid(today, 1, 100 + i, today);
      byDay.merge(today, 100L + i, Long::sum);
    }

    int firstDay = today - window + 1;
    assertThat(ledger.sum(firstDay, Takings::minor)).isEqualTo(naive(byDay, firstDay));
    assertThat(restored(ledger)).isEqualTo(ledger);
  }

  private static long naive(TreeMap<Integer, Long> byDay, int firstDay) {
    long sum = 0;
    int kept = 0;
    for (var day : byDay.entrySet()) {
      LocalDate date = LocalDate.ofEpochDay(day.getKey());
      long end = date.withDayOfMonth(date.lengthOfMonth()).toEpochDay();
      long counts = kept++ < Ledger.DAYS ? day.getKey() : end;
      sum += counts >= firstDay ? day.getValue() : 0;
    }
    return sum;
  }

  @Test
  void aRefundOfADayThatIsNotKeptCountsInItsMonth() {
    Ledger ledger = Ledger.NONE;
    for (int day = 0; day < 60; day++) {
      ledger = ledger.paid(START + day, 1, 10_00, START + day);
    }

    Ledger after = ledger.returned(START, 1, 10_00, START + 60);

    assertThat(after.sum(START, Takings::minor)).isEqualTo(59 * 10_00);
    assertThat(after.sum(START, Takings::orders)).isEqualTo(59);
    assertThat(after.days()).isEqualTo(ledger.days());
  }

  @Test
  void aRefundFromBehindAllWindowsChangesNothing() {
    Ledger ledger = Ledger.NONE.paid(START + 400, 1, 10_00, START + 400);

    assertThat(ledger.returned(START, 1, 10_00, START + 400)).isEqualTo(ledger);
  }

  private static Ledger restored(Ledger ledger) {
    Packer out = new Packer();
    ledger.pack(out);
    return Ledger.unpack(new Unpacker(out.toBytes()));
  }
}
