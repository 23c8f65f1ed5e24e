package io.kairos.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The six customers of the public summaries of lifetimes and pymc-marketing; end 2015-02-07. */
class PurchaseDaysTest {
  private static final int END = (int) LocalDate.parse("2015-02-07").toEpochDay();

  @ParameterizedTest
  @CsvSource({
    "01-01 1|02-06 2, 1, 36, 37, 2",
    "01-01 2, 0, 0, 37, 0",
    "01-01 3|01-02 1|01-05 5, 2, 4, 37, 3",
    "01-16 6|02-02 3|02-05 3, 2, 20, 22, 3",
    "01-16 6|02-02 3|02-05 3|02-05 6, 2, 20, 22, 6",
    "01-16 3|01-17 1|01-18 8, 2, 2, 22, 4.5",
    "02-02 5, 0, 0, 5, 0"
  })
  void countWhatRecencyAndFrequencyCount(
      String orders, int frequency, int recency, int age, double meanRepeat) {
    PurchaseDays days = PurchaseDays.NONE;
    long paid = 0;
    for (String order : orders.split("\\|")) {
      String[] dayAndAmount = order.split(" ");
      long minor = Long.parseLong(dayAndAmount[1]) * 100;
      days = days.with((int) LocalDate.parse("2015-" + dayAndAmount[0]).toEpochDay(), minor);
      paid += minor;
    }
    assertThat(days.repeats()).isEqualTo(frequency);
    assertThat(days.lastDay() - days.firstDay()).isEqualTo(recency);
    assertThat(END - days.firstDay()).isEqualTo(age);
    assertThat(days.meanRepeatMinor(paid) / 100).isEqualTo(meanRepeat);
  }

  @ParameterizedTest
  @CsvSource({"99|68|141", "68|99|141", "141|99|68"})
  void anyOrderOfTheDaysGivesTheSame(String order) {
    PurchaseDays days = PurchaseDays.NONE;
    for (String day : order.split("\\|")) {
      long minor = day.equals("68") ? 1_000 : day.equals("99") ? 2_000 : 2_500;
      days = days.with(Integer.parseInt(day), minor);
    }
    assertThat(days).isEqualTo(new PurchaseDays(3, 68, 141, 1_000));
    assertThat(days.meanRepeatMinor(5_500)).isEqualTo(2_250);
  }
}
