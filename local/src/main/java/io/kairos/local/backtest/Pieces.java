package io.kairos.local.backtest;

import io.kairos.engine.event.Event;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The events of one share, customer by customer, in pieces that fit in memory. */
final class Pieces {
  /** A piece ends at the first change of position after so many events. */
  private static final int EVENTS = 64;

  private final Iterator<Envelope> envelopes;
  private final WireReader reader;
  private Envelope next;

  /**
   * @param envelopes in {@link EventStore#ORDER}
   * @param latenessMillis the lateness bound under which they were cleaned
   */
  Pieces(Iterator<Envelope> envelopes, long latenessMillis) {
    this.envelopes = envelopes;
    this.reader = new WireReader(latenessMillis);
    advance();
  }

  /**
   * Events of one customer, in {@link Event#ORDER}; the next piece has none of these positions.
   *
   * @param isLast whether they are the customer's last ones
   */
  record Piece(List<Event> events, boolean isLast) {
    String customerId() {
      return events.get(0).customerId();
    }

    long upToMillis() {
      return events.get(events.size() - 1).positionMillis();
    }
  }

  boolean hasNext() {
    return next != null;
  }

  /** Only where there is one. */
  Piece next() {
    CustomerKey customer = next.key();
    List<Event> events = new ArrayList<>(EVENTS);
    while (isOf(customer) && belongs(events)) {
      events.add(read(next));
      advance();
    }
    events.sort(Event.ORDER);
    return new Piece(events, !isOf(customer));
  }

  private boolean isOf(CustomerKey customer) {
    return next != null && next.key().equals(customer);
  }

  private boolean belongs(List<Event> events) {
    return events.size() < EVENTS
        || events.get(events.size() - 1).positionMillis() == next.positionMillis();
  }

  private void advance() {
    next = envelopes.hasNext() ? envelopes.next() : null;
  }

  private Event read(Envelope envelope) {
    try {
      return reader.read(envelope.origin(), envelope.record(), envelope.arrivalMillis());
    } catch (UnreadableRecord readBefore) {
      throw new IllegalStateException(readBefore);
    }
  }
}
