package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
  private final TimeText times = new TimeText(ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "2019-10-01 00:00:00 UTC, 2019-10-01T00:00:00Z",
    "2019-10-01 02:00:00, 2019-10-01T00:00:00Z",
    "2019-10-01T02:00:00, 2019-10-01T00:00:00Z",
    "2019-10-01 02:00, 2019-10-01T00:00:00Z",
    "2019-10-01T00:00:00Z, 2019-10-01T00:00:00Z",
    "2019-10-01T00:00:00.250+01:00, 2019-09-30T23:00:00.250Z",
    "2019-10-01, 2019-09-30T22:00:00Z",
    "2024-03-31 02:30:00, 2024-03-31T01:30:00Z",
    "2024-10-27 02:30:00, 2024-10-27T00:30:00Z",
    "99999999999, 5138-11-16T09:46:39Z",
    "100000000000, 1973-03-03T09:46:40Z"
  })
  void readsTheTimesThatFilesWrite(String text, Instant expected) throws RowRefused {
    assertThat(times.millis(text)).isEqualTo(expected.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2019-13-01",
        "2019-02-30 10:00:00",
        "2019-02-28 24:00:00Z",
        "2019-02-28_10:00:00",
        "01.10.2019",
        "1e9"
      })
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> times.millis(text)).hasMessage("not a time: '" + text + "'");
  }
}
