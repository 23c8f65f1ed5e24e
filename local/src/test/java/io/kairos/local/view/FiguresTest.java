package io.kairos.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "0.04, 0", "0.05, 0.1", "9.94, 9.9", "9.95, 10", "1234.4, '1,234'"})
  void writesRates(double rate, String text) {
    assertThat(Figures.rate(rate)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT-5S, 0 s", "PT59.9S, 59 s", "PT60S, 1 min 0 s", "PT59M59S, 59 min 59 s",
    "PT1H, 1 h 0 min", "PT23H59M, 23 h 59 min", "P1D, 1 d 0 h", "P30DT5H, 30 d 5 h"
  })
  void writesDurationsInTheirTwoLargestUnits(Duration duration, String text) {
    assertThat(Figures.duration(duration)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"60, 60×", "1.5, 1.5×", "1, 1×"})
  void writesSpeeds(double speed, String text) {
    assertThat(Figures.speed(speed)).isEqualTo(text);
  }

  @Test
  void writesTiersFromLowToHigh() {
    assertThat(Tiers.text(Map.of("diamond", 1L, "gold", 1_200L, "platinum", 3L)))
        .isEqualTo("gold 1,200 · platinum 3 · diamond 1");
    assertThat(Tiers.text(Map.of())).isEqualTo("none yet");
  }

  @Test
  void writesTheDayOfWhatIsOld() {
    EventTimes times = new EventTimes(Snapshots.SHANGHAI);
    long day = 86_400_000;
    assertThat(times.brief(Snapshots.NOW, Snapshots.NOW)).isEqualTo("11:12:40");
    assertThat(times.brief(Snapshots.NOW - day + 1_000, Snapshots.NOW)).isEqualTo("11:12:41");
    assertThat(times.brief(Snapshots.NOW - day, Snapshots.NOW)).isEqualTo("  23 Oct");
  }
}
