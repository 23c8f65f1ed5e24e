package io.kairos.torture.oracle;

import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.OrderEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a log into the events of each customer, in their documented order. */
final class LogReading {
  private final long latenessMillis;
  private final Admission admission;

  LogReading(OracleSetup setup) {
    this.latenessMillis = setup.latenessMillis();
    this.admission = new Admission(setup.currency());
  }

  /**
   * By customer id; what cannot be read or cannot be true is left out.
   *
   * @throws NotCovered for a history that the reference does not know enough for
   */
  Map<String, List<Happening>> byCustomer(Iterable<LoggedRecord> log) {
    Map<String, List<Happening>> customers = new TreeMap<>();
    for (LoggedRecord logged : log) {
      read(logged)
          .filter(admission::admits)
          .ifPresent(
              happening ->
                  customers
                      .computeIfAbsent(happening.label().customerId(), id -> new ArrayList<>())
                      .add(happening));
    }
    customers.values().forEach(events -> events.sort(Happening.ORDER));
    customers.values().forEach(Coverage::check);
    return customers;
  }

  private Optional<Happening> read(LoggedRecord logged) {
    InputTopic topic = InputTopic.of(logged.topic());
    return topic
        .read(logged.value())
        .map(
            record -> {
              Envelope head = Envelope.of(record);
              Happening.Moments moments =
                  new Happening.Moments(head.timeMillis(), logged.appendMillis());
              boolean late = moments.arrivalMillis() - moments.timeMillis() > latenessMillis;
              return new Happening(topic, head.label(), moments, late, record);
            });
  }

  /** What every record begins with. */
  private record Envelope(Happening.Label label, long timeMillis) {
    static Envelope of(Object record) {
      if (record instanceof ClickstreamEvent e) {
        return of(e.getCustomerId(), e.getEventId(), e.getSequence(), e.getTime());
      } else if (record instanceof CartEvent e) {
        return of(e.getCustomerId(), e.getEventId(), e.getSequence(), e.getTime());
      } else if (record instanceof OrderEvent e) {
        return of(e.getCustomerId(), e.getEventId(), e.getSequence(), e.getTime());
      }
      CustomerEvent e = (CustomerEvent) record;
      return of(e.getCustomerId(), e.getEventId(), e.getSequence(), e.getTime());
    }

    private static Envelope of(String customerId, String eventId, Long sequence, long timeMillis) {
      long place = sequence == null ? 0 : sequence;
      return new Envelope(new Happening.Label(customerId, eventId, place), timeMillis);
    }
  }
}
