package io.kairos.local.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.stories.TimeReader.Since;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeReaderTest {
  private static final TimeReader PARIS = new TimeReader(ZoneId.of("Europe/Paris"));

  /** 10:05 in Paris. */
  private static final long TEN_PAST_NINE = Instant.parse("2026-03-10T09:05:00Z").toEpochMilli();

  private static Span read(String text) {
    return PARIS.read(Written.document("'" + text + "'"), Since.of(TEN_PAST_NINE));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10 11:00, 2026-03-10T10:00:00Z",
    "2026-07-10 11:00, 2026-07-10T09:00:00Z",
    "2026-03-10 9:00, 2026-03-10T08:00:00Z",
    "11:00, 2026-03-10T10:00:00Z",
    "10:05, 2026-03-10T09:05:00Z",
    "+25h, 2026-03-11T10:05:00Z",
    "+90m, 2026-03-10T10:35:00Z",
    "+30s, 2026-03-10T09:05:30Z",
    "+3d, 2026-03-13T09:05:00Z",
    "+3d 09:00, 2026-03-13T08:00:00Z",
    "+20d, 2026-03-30T08:05:00Z"
  })
  void readsTimesOfTheCustomersClock(String text, Instant expected) {
    assertThat(read(text).fromMillis()).isEqualTo(expected.toEpochMilli());
  }

  @Test
  void aTimeIsAMinuteLongAndOneWithSecondsASecond() {
    assertThat(read("11:00").toMillis() - read("11:00").fromMillis()).isEqualTo(60_000);
    assertThat(read("11:00:30").toMillis() - read("11:00:30").fromMillis()).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "09:00, before the line above",
    "25:00, no time of day",
    "2026-02-30 10:00, never is a 2026-02-30",
    "2026-03-10, the time of day is missing",
    "2026-03-10 noon, no time of day",
    "1105, no time",
    "+3w, no time",
    "+25h 09:00, too much"
  })
  void saysWhatIsWrong(String text, String complaint) {
    assertThatThrownBy(() -> read(text)).hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource({"11:00", "+1h"})
  void theFirstTimeNeedsItsDate(String text) {
    assertThatThrownBy(() -> PARIS.read(Written.document("'" + text + "'"), Since.NOTHING))
        .hasMessageContaining("needs its date");
  }
}
