package io.kairos.flink.source;

import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Origin;
import io.kairos.wire.Consent;
import io.kairos.wire.CustomerEvent;
import java.util.Map;
import java.util.TreeMap;

/** The topic customers as events. */
final class CustomerChanges {
  private CustomerChanges() {}

  static Event event(CustomerEvent change, WireReader.Arrival arrival) {
    return new CustomerChange(
        new Header(
            change.getCustomerId(),
            change.getEventId(),
            Origin.CUSTOMERS,
            arrival.of(change.getTime(), change.getSequence())),
        WireReader.name("", change.getType()),
        new Details(
            change.getGender(), change.getCity(), change.getLanguage(), change.getTimeZone()),
        consents(change),
        change.getReachable());
  }

  private static Map<String, Boolean> consents(CustomerEvent change) {
    Map<String, Boolean> words = new TreeMap<>();
    for (Consent consent : change.getConsents()) {
      if (consent.getPurpose().equals("marketing")) {
        words.put(consent.getChannel(), consent.getGranted());
      }
    }
    return words;
  }
}
