package io.kairos.local.profiles;

import static io.kairos.local.profiles.Schemas.LONG;
import static io.kairos.local.profiles.Schemas.STRING;
import static io.kairos.local.profiles.Schemas.field;
import static io.kairos.local.profiles.Schemas.maybe;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.view.EventTimes;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotationTest {
  private static final EventTimes SHANGHAI = new EventTimes(ZoneId.of("Asia/Shanghai"));
  private static final Notation YUAN = new Notation("CNY", SHANGHAI);

  @ParameterizedTest
  @CsvSource({
    "0, TIME, 'Thu 1 Jan 1970  08:00:00'",
    "95000, SPAN, 1 min 35 s",
    "1234567, MINOR_UNITS, '12,345.67 CNY'",
    "-5, MINOR_UNITS, -0.05 CNY",
    "1234567, NUMBER, '1,234,567'"
  })
  void wholeNumbersAreWrittenByTheirMeaning(long value, Meaning meaning, String text) {
    assertThat(YUAN.text(value, meaning)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9134, SHARE, 91.3 %",
    "1, SHARE, 100.0 %",
    "1234.567, MAJOR_UNIT, '1,234.57 CNY'",
    "0, NUMBER, 0",
    "0.031234, NUMBER, 0.03123",
    "2.5, NUMBER, 2.5",
    "123.456, NUMBER, 123.5",
    "1234.5, NUMBER, '1,235'",
    "NaN, NUMBER, -",
    "NaN, SHARE, -"
  })
  void brokenNumbersAreWrittenByTheirMeaning(double value, Meaning meaning, String text) {
    assertThat(YUAN.text(value, meaning)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"JPY, '1,250 JPY'", "KWD, 1.250 KWD", "???, '1,250 minor units'"})
  void theCurrencySaysHowManyDecimalsThereAre(String currency, String text) {
    assertThat(new Notation(currency, SHANGHAI).text(1250, Meaning.MINOR_UNITS)).isEqualTo(text);
  }

  @Test
  void listsMapsAndRecordsFitInALine() {
    Schema visit =
        Schemas.record("Visit", field("shopName", STRING, ""), field("leftAt", maybe(LONG), ""));

    assertThat(YUAN.text(List.of(100L, 250L), Meaning.MINOR_UNITS)).isEqualTo("1.00 CNY, 2.50 CNY");
    assertThat(YUAN.text(Map.of("b", 0.5, "a", 0.25), Meaning.SHARE))
        .isEqualTo("a=25.0 %, b=50.0 %");
    assertThat(YUAN.text(Schemas.of(visit, "north", null), Meaning.TEXT))
        .isEqualTo("shop name north");
  }

  @Test
  void nothingInAValueCanDriveTheTerminal() {
    assertThat(YUAN.text("a\u001b[2Jb", Meaning.TEXT)).isEqualTo("a [2Jb");
    assertThat(YUAN.text(Map.of("k\n", "v\r"), Meaning.TEXT)).isEqualTo("k =v ");
  }

  @Test
  void whatIsNotKnownIsADash() {
    assertThat(YUAN.text(null, Meaning.TIME)).isEqualTo("-");
  }
}
