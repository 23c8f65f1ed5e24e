package io.kairos.flink.source;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Origin;
import io.kairos.engine.event.Timing;
import io.kairos.flink.state.Envelope;
import io.kairos.wire.AvroLimits;
import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.SchemaArchive;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.message.MessageDecoder;

/**
 * Reads the records of the input topics into the engine's events. Not for use by several threads at
 * once.
 */
public final class WireReader {
  static {
    AvroLimits.set();
  }

  private final MessageDecoder<ClickstreamEvent> clicks =
      ClickstreamEvent.createDecoder(SchemaArchive.released());
  private final MessageDecoder<CartEvent> carts = CartEvent.createDecoder(SchemaArchive.released());
  private final MessageDecoder<OrderEvent> orders =
      OrderEvent.createDecoder(SchemaArchive.released());
  private final MessageDecoder<CustomerEvent> customers =
      CustomerEvent.createDecoder(SchemaArchive.released());
  private final PlainReader plain = new PlainReader();
  private final long latenessMillis;

  /**
   * @param latenessMillis the lateness bound, at least 0
   */
  public WireReader(long latenessMillis) {
    this.latenessMillis = latenessMillis;
  }

  /**
   * Reads one record.
   *
   * @param arrivalMillis append time of the log, epoch milliseconds
   * @throws UnreadableRecord if the bytes are no record of that topic
   */
  public Event read(Origin origin, byte[] record, long arrivalMillis) throws UnreadableRecord {
    return read(origin, record, new Arrival(arrivalMillis, latenessMillis));
  }

  private Event read(Origin origin, byte[] record, Arrival arrival) throws UnreadableRecord {
    if (record == null || record.length == 0) {
      throw new UnreadableRecord("empty", null);
    }
    Event event = plain.read(origin, record, arrival);
    return event != null ? event : readByAvro(origin, record, arrival);
  }

  /**
   * Reads an event anew that has waited. Where it stands was decided when it came, and stays so
   * under another bound: time may have passed the place that it would have now.
   *
   * @throws UnreadableRecord if the bytes are no record of that topic
   */
  public Event again(Envelope envelope) throws UnreadableRecord {
    // It stands at its arrival if it was late, or if it came at once.
    boolean late = envelope.positionMillis() == envelope.arrivalMillis();
    Arrival arrival = new Arrival(envelope.arrivalMillis(), late ? 0 : Long.MAX_VALUE);
    return read(envelope.origin(), envelope.record(), arrival);
  }

  /** The same by Avro's own decoders, which read the records of every release. */
  Event readByAvro(Origin origin, byte[] record, Arrival arrival) throws UnreadableRecord {
    try {
      return switch (origin) {
        case CLICKSTREAM -> Clicks.event(clicks.decode(record), arrival);
        case CART -> Carts.event(carts.decode(record), arrival);
        case ORDERS -> OrderStatuses.event(orders.decode(record), arrival);
        case CUSTOMERS -> CustomerChanges.event(customers.decode(record), arrival);
      };
    } catch (IOException | RuntimeException unreadable) {
      throw new UnreadableRecord(unreadable.toString(), unreadable);
    }
  }

  /** What the log says of a record, to be combined with what the record says itself. */
  record Arrival(long millis, long latenessMillis) {
    Timing of(long timeMillis, Long sequence) {
      return Timing.of(timeMillis, millis, sequence == null ? 0 : sequence, latenessMillis);
    }
  }

  /** The engine's name for an Avro symbol such as CART and QUANTITY_CHANGED. */
  static EventName name(String prefix, Enum<?> type) {
    return type.name().equals("UNKNOWN")
        ? EventName.UNKNOWN
        : EventName.valueOf(prefix + type.name());
  }

  /** Those of all symbols, in their order. */
  static EventName[] names(String prefix, Enum<?>[] types) {
    return Arrays.stream(types).map(type -> name(prefix, type)).toArray(EventName[]::new);
  }
}
