package io.kairos.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The customer's hours and days are those of the zone, also where the clock is set. */
class CalendarTest {
  /** With whole and broken offsets; on Lord Howe Island the clock is set by half an hour. */
  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(
        "Asia/Shanghai",
        "Asia/Kathmandu",
        "America/New_York",
        "America/St_Johns",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "UTC");
  }

  /** Half of them within hours of an instant at which the clock is set somewhere. */
  @Provide
  Arbitrary<Long> instants() {
    long from = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();
    long to = Instant.parse("2035-01-01T00:00:00Z").toEpochMilli();
    Arbitrary<Long> set =
        Arbitraries.of(
                "2026-03-08T07:00:00Z",
                "2026-11-01T06:00:00Z",
                "2026-04-04T15:00:00Z",
                "2026-10-03T15:30:00Z",
                "2026-02-15T02:00:00Z")
            .map(text -> Instant.parse(text).toEpochMilli());
    Arbitrary<Long> near = Arbitraries.longs().between(-7_200_000, 7_200_000);
    return Arbitraries.oneOf(
        Arbitraries.longs().between(from, to), set.flatMap(at -> near.map(off -> at + off)));
  }

  @Property(tries = 5_000)
  void agreesWithTheZonesOwnClock(@ForAll("zones") String zone, @ForAll("instants") long millis) {
    Calendar calendar = new Calendar(Shop.DEFAULT, ZoneId.of(zone), 0);
    ZonedDateTime local = Instant.ofEpochMilli(millis).atZone(ZoneId.of(zone));

    assertThat(calendar.hourOfCustomer(millis)).isEqualTo(local.getHour());
    assertThat((long) calendar.dayOfCustomer(millis)).isEqualTo(local.toLocalDate().toEpochDay());
    assertThat(calendar.startOfCustomerHour(millis))
        .isEqualTo(local.truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli());
  }
}
