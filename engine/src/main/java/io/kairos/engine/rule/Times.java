package io.kairos.engine.rule;

import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Shop;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Times of the customer's day. In a gap of local time the first instant after it counts. */
public record Times(Shop shop) {

  /** The first instant from one on at which the customer's clock shows a time. */
  long next(LocalTime time, long fromMillis, CustomerProfile profile) {
    ZonedDateTime from = Instant.ofEpochMilli(fromMillis).atZone(profile.person().zone(shop));
    ZonedDateTime today = from.toLocalDate().atTime(time).atZone(from.getZone());
    ZonedDateTime next =
        today.isBefore(from)
            ? from.toLocalDate().plusDays(1).atTime(time).atZone(from.getZone())
            : today;
    return next.toInstant().toEpochMilli();
  }
}
