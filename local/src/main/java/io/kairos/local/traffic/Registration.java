package io.kairos.local.traffic;

import io.kairos.wire.Consent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import java.util.List;
import java.util.Map;

/** The event by which a customer becomes known. */
final class Registration {
  private static final String TEXT_VERSION = "2025-01";

  private Registration() {}

  static CustomerEvent of(Customer customer, String eventId, long millis) {
    CustomerEvent event = new CustomerEvent();
    event.setEventId(eventId);
    event.setCustomerId(customer.id());
    event.setTime(millis);
    event.setSource(Pen.SOURCE);
    event.setAttributes(Map.of());
    event.setType(CustomerType.REGISTERED);
    event.setBirthYear(customer.birth().getYear());
    event.setBirthMonth(customer.birth().getMonthValue());
    event.setBirthDay(customer.birth().getDayOfMonth());
    event.setCity(customer.home().city());
    event.setTimeZone(customer.home().timeZone());
    event.setRegistrationChannel(customer.platform());
    event.setConsents(
        List.of(consent("sms", customer.word().sms()), consent("push", customer.word().push())));
    event.setReachable(Map.of("sms", true, "push", true));
    return event;
  }

  private static Consent consent(String channel, boolean granted) {
    return new Consent(channel, "marketing", granted, "registration", TEXT_VERSION);
  }
}
