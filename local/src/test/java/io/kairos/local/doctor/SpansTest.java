package io.kairos.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

  @ParameterizedTest
  @CsvSource({"PT0.5S, 500 ms", "PT2S, 2 s", "PT1M, 1 min", "PT90S, 90 s", "PT0S, 0 s"})
  void optionsAreWrittenAsTheyAreRead(Duration span, String text) {
    assertThat(Spans.option(span)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "-40, -40 ms",
    "999, 999 ms",
    "2100, 2.1 s",
    "185000, 3 min 5 s",
    "-61000, -1 min 1 s"
  })
  void measuresAreAsShortAsTheyAreTrue(long millis, String text) {
    assertThat(Spans.measured(millis)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, without end",
    "9223372036854775807, without end",
    "1209600000, 14 days",
    "900000, 15 min",
    "5400000, 1 h 30 min",
    "1000, 1 s"
  })
  void brokersKeepForDaysOrWithoutEnd(long millis, String text) {
    assertThat(Spans.kept(millis)).isEqualTo(text);
  }
}
