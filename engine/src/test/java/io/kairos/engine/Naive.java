package io.kairos.engine;

import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.Event;
import io.kairos.engine.rule.Policy;
import io.kairos.engine.rule.QuietHours;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** What a customer said by an instant, read off the events one by one. */
record Naive(Policy policy, List<Event> events) {

  /** Whether the customer's last word allows marketing on a channel. */
  boolean isAllowed(String channel, long atMillis) {
    boolean allowed =
        !policy.consents().needed().contains(channel)
            || policy.consents().assumed().contains(channel);
    long latest = Long.MIN_VALUE;
    for (CustomerChange change : changes(atMillis)) {
      long second = change.timeMillis() / 1000;
      for (var word : change.consents()) {
        if (word.channel().equals(channel)
            && word.purpose() == Purpose.MARKETING
            && second >= latest) {
          latest = second;
          allowed = word.granted();
        }
      }
    }
    return allowed;
  }

  /** Whether the customer's clock shows a time in the quiet hours of a channel. */
  boolean isQuiet(String channel, long atMillis) {
    QuietHours.Window window = policy.quiet().byChannel().get(channel);
    if (window == null) {
      return false;
    }
    int minute = minute(Instant.ofEpochMilli(atMillis).atZone(zone(atMillis)).toLocalTime());
    int quiet = minute(window.from());
    while (quiet != minute(window.to())) {
      if (quiet == minute) {
        return true;
      }
      quiet = (quiet + 1) % (24 * 60);
    }
    return false;
  }

  private static int minute(LocalTime time) {
    return time.getHour() * 60 + time.getMinute();
  }

  private ZoneId zone(long atMillis) {
    ZoneId zone = Story.SHOP.zone();
    for (CustomerChange change : changes(atMillis)) {
      if (change.details().timeZone() != null) {
        zone = known(change.details().timeZone());
      }
    }
    return zone;
  }

  private static ZoneId known(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      return Story.SHOP.zone();
    }
  }

  private List<CustomerChange> changes(long atMillis) {
    return events.stream()
        .filter(event -> event.positionMillis() <= atMillis)
        .filter(CustomerChange.class::isInstance)
        .map(CustomerChange.class::cast)
        .toList();
  }
}
