package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Birth;
import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.profile.Word;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who the customer is, by what was said last, whatever arrived last. */
class PersonStoryTest {
  private final Story story = Story.of("u1").at("10:00");

  @Test
  void aWordOfConsentKeepsItsTimeAndSource() {
    Word word = word(story.allows("sms").until("11:00"));

    assertThat(word.granted()).isTrue();
    assertThat(Heard.local(word.atMillis())).isEqualTo("2026-03-10T10:00");
    assertThat(word.source()).isEqualTo("settings");
  }

  @Test
  void aLateWordDoesNotOverwriteANewerOne() {
    story.at("10:30").denies("sms").at("10:00").arriving("11:00").allows("sms");

    assertThat(word(story.until("12:00")).granted()).isFalse();
  }

  @Test
  void aLateWordOnAnotherChannelCounts() {
    story.at("10:30").denies("sms").at("10:00").arriving("11:00").allows("push");

    assertThat(story.until("12:00").facts().profile().person().word("push", Purpose.MARKETING))
        .hasValueSatisfying(word -> assertThat(word.granted()).isTrue());
  }

  @Test
  void everyTimeZoneIsKeptWhole() {
    for (String zone : ZoneId.getAvailableZoneIds()) {
      var told = new Details(null, null, null, null, zone, Birth.UNKNOWN);

      Heard heard = Story.of("u1").at("10:00").tells(told).until("10:00");

      assertThat(heard.facts().profile().person().zone(Story.SHOP)).isEqualTo(ZoneId.of(zone));
    }
  }

  @Test
  void lateDetailsOnlyFillInWhatNobodyHasSaidSince() {
    story.at("10:30").tells(details(null, "Shanghai")).at("10:00").arriving("11:00");
    story.tells(details("female", "Beijing"));

    Heard heard = story.until("12:00");

    assertThat(heard.text("customer.city")).isEqualTo("Shanghai");
    assertThat(heard.text("customer.gender")).isEqualTo("female");
  }

  @Test
  void aWordOfConsentMakesNoDetailsOld() {
    story
        .tells(details(null, "Beijing"))
        .at("10:30")
        .arriving("10:40")
        .tells(details(null, "Wuxi"));
    story.at("10:31").allows("sms");

    assertThat(story.until("12:00").text("customer.city")).isEqualTo("Wuxi");
  }

  @ParameterizedTest
  @CsvSource({
    "1990-0-0, 0-5-20, 1990-5-20",
    "0-5-20, 1990-0-0, 1990-5-20",
    "1990-5-20, 0-6-0, 1990-6-0",
    "1990-5-20, 1991-0-0, 1991-5-20",
    "0-2-29, 1991-0-0, 1991-0-0",
    "1991-0-0, 0-2-29, 0-2-29",
    "1990-5-20, 0-0-0, 1990-5-20"
  })
  void yearAndDayOfBirthCanBeSaidOneAfterTheOther(String first, String then, String known) {
    Heard heard = story.tells(of(born(first))).at("11:00").tells(of(born(then))).until("12:00");

    assertThat(heard.facts().profile().person().details().birth()).isEqualTo(born(known));
  }

  @ParameterizedTest
  @CsvSource({
    "2008-03-11, under-18",
    "2008-03-10, 18-24",
    "2001-03-11, 18-24",
    "2001-03-10, 25-35",
    "1990-03-11, 25-35",
    "1990-03-10, 36-45",
    "1980-03-11, 36-45",
    "1980-03-10, 46+",
    "2004-02-29, 18-24"
  })
  void ageComesInBands(String born, String band) {
    Heard heard = story.tells(of(born(born))).until("23:00");

    assertThat(heard.text("customer.ageBand")).isEqualTo(band);
  }

  @Test
  void aBirthdayWithoutAYearTellsNoAge() {
    Heard heard = story.tells(of(new Birth(0, 3, 10))).until("23:00");

    assertThat(heard.text("customer.ageBand")).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({"Shanghai, tier 1", "成都, new tier 1", "Xiamen, tier 2", "Turpan, tier 3 and below"})
  void citiesHaveTiers(String city, String tier) {
    assertThat(story.tells(details(null, city)).until("11:00").text("customer.cityTier"))
        .isEqualTo(tier);
  }

  private static Birth born(String text) {
    int[] date = Arrays.stream(text.split("-")).mapToInt(Integer::parseInt).toArray();
    return new Birth(date[0], date[1], date[2]);
  }

  private static Word word(Heard heard) {
    return heard.facts().profile().person().word("sms", Purpose.MARKETING).orElseThrow();
  }

  private static Details details(String gender, String city) {
    return new Details(gender, city, null, null, null, Birth.UNKNOWN);
  }

  private static Details of(Birth birth) {
    return new Details(null, null, null, null, null, birth);
  }
}
