package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationTextTest {

  private final DurationText text = new DurationText();

  @ParameterizedTest
  @CsvSource({"90s,90", "5m,300", "2h,7200", "1d,86400", "PT90S,90", "PT1M30S,90"})
  void readsSpansAsPeopleWriteThem(String written, long seconds) {
    assertThat(text.convert(written)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90", "s", "1.5m", "5 m", "soon", "99999999999s"})
  void refusesWhatIsNoSpanAndSaysHowOneLooks(String written) {
    assertThatThrownBy(() -> text.convert(written))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("such as 90s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "PT0S", "PT-5S"})
  void refusesSpansThatAreNotAboveZero(String written) {
    assertThatThrownBy(() -> text.convert(written))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("not above zero");
  }
}
