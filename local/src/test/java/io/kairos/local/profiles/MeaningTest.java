package io.kairos.local.profiles;

import static io.kairos.local.profiles.Schemas.DOUBLE;
import static io.kairos.local.profiles.Schemas.LONG;
import static io.kairos.local.profiles.Schemas.STRING;
import static io.kairos.local.profiles.Schemas.field;
import static io.kairos.local.profiles.Schemas.listOf;
import static io.kairos.local.profiles.Schemas.mapOf;
import static io.kairos.local.profiles.Schemas.maybe;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Profile;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeaningTest {

  @ParameterizedTest
  @CsvSource({
    "asOf, TIME",
    "lapsesAt, TIME",
    "cartValue, MINOR_UNITS",
    "monthlyAverage, MINOR_UNITS",
    "expectedSpend, MAJOR_UNIT",
    "pAlive, SHARE",
    "expectedPurchases90, NUMBER",
    "events, NUMBER",
    "city, TEXT"
  })
  void ofAFieldOfTheProfileIsToldByItsDoc(String field, Meaning meaning) {
    Schema profile = Profile.getClassSchema();

    assertThat(Meaning.of(profile.getField(field))).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "'A share, 0 to 1.', SHARE",
    "'0 to 1', SHARE",
    "'0 to 100.', NUMBER",
    "'10 to 1.', NUMBER",
    "'0 to 1.5.', NUMBER",
    "'-0 to 1', NUMBER"
  })
  void aShareIsFromNothingToOne(String doc, Meaning meaning) {
    assertThat(Meaning.of(field("x", DOUBLE, doc))).isEqualTo(meaning);
  }

  @Test
  void aListAndAMapMeanWhatTheirValuesMean() {
    String doc = "Times: epoch milliseconds.";

    assertThat(Meaning.of(field("x", listOf(LONG), doc))).isEqualTo(Meaning.TIME);
    assertThat(Meaning.of(field("x", maybe(mapOf(maybe(LONG))), doc))).isEqualTo(Meaning.TIME);
    assertThat(Meaning.of(field("x", mapOf(STRING), doc))).isEqualTo(Meaning.TEXT);
  }

  @Test
  void millisecondsThatAreNoInstantAreASpan() {
    assertThat(Meaning.of(field("dwellMillis", LONG, "Time on pages."))).isEqualTo(Meaning.SPAN);
  }

  @Test
  void aFieldWithoutADocIsWhatItsTypeIs() {
    assertThat(Meaning.of(field("x", LONG, null))).isEqualTo(Meaning.NUMBER);
    assertThat(Meaning.of(field("x", STRING, null))).isEqualTo(Meaning.TEXT);
  }
}
