package io.kairos.flink.source;

import io.kairos.engine.event.Birth;
import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Origin;
import io.kairos.wire.Consent;
import io.kairos.wire.CustomerEvent;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;

/** The topic customers as events. */
final class CustomerChanges {
  private static final int EARLIEST_BIRTH = 1900;
  private static final int LEAP_YEAR = 2000;

  private CustomerChanges() {}

  static Event event(CustomerEvent change, WireReader.Arrival arrival) {
    return new CustomerChange(
        new Header(
            change.getCustomerId(),
            change.getEventId(),
            Origin.CUSTOMERS,
            arrival.of(change.getTime(), change.getSequence()),
            change.getAttributes()),
        WireReader.name("", change.getType()),
        new Details(
            Given.text(change.getGender()),
            Given.text(change.getCity()),
            Given.text(change.getOccupation()),
            Given.text(change.getLanguage()),
            Given.text(change.getTimeZone()),
            birth(change)),
        change.getConsents().stream().flatMap(CustomerChanges::consent).toList(),
        change.getReachable());
  }

  /** A date that never was says nothing. */
  private static Birth birth(CustomerEvent change) {
    int year = orZero(change.getBirthYear());
    int month = orZero(change.getBirthMonth());
    int day = orZero(change.getBirthDay());
    boolean wholeDate = month != 0 && day != 0;
    boolean possible =
        (year == 0 || year >= EARLIEST_BIRTH && year <= yearOf(change.getTime()))
            && month >= 0
            && month <= 12
            && day >= 0
            && (!wholeDate
                || day <= YearMonth.of(year == 0 ? LEAP_YEAR : year, month).lengthOfMonth())
            && (wholeDate || day == 0);
    return possible ? new Birth(year, month, day) : Birth.UNKNOWN;
  }

  private static int yearOf(long millis) {
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).getYear();
  }

  private static int orZero(Integer number) {
    return number == null ? 0 : number;
  }

  /** A word for a purpose that nobody knows says nothing. */
  private static Stream<io.kairos.engine.event.Consent> consent(Consent word) {
    return Arrays.stream(Purpose.values())
        .filter(purpose -> purpose.name().equalsIgnoreCase(word.getPurpose()))
        .map(
            purpose ->
                new io.kairos.engine.event.Consent(
                    word.getChannel(), purpose, word.getGranted(), word.getSource()));
  }
}
