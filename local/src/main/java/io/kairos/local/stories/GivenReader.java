package io.kairos.local.stories;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.local.stories.TimeReader.Since;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import io.kairos.wire.OrderEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;

/** Reads the events of one story. */
final class GivenReader {
  private static final long BEFORE_THE_FIRST_MILLIS = 60_000;
  private static final Set<String> SAID_OTHERWISE = Set.of("customerId", "time", "type");

  private final RecordReader records;
  private final TimeReader times;
  private final WireDoor door;
  private final String customerId;
  private final OrderSnapshots orders = new OrderSnapshots();
  private Since above = Since.NOTHING;
  private int events;

  GivenReader(RecordReader records, WireDoor door, String customerId) {
    this.records = records;
    this.times = records.times();
    this.door = door;
    this.customerId = customerId;
  }

  /**
   * The events of the lines, as they are written.
   *
   * @param mistakes takes what is wrong with a line; it is left out then
   */
  List<Given> read(List<Written> lines, Mistakes mistakes) {
    return lines.stream()
        .map(line -> mistakes.collect(() -> event(Sentence.of(line))))
        .flatMap(Optional::stream)
        .toList();
  }

  private Given event(Sentence sentence) {
    Words words = sentence.words();
    long time = times.read(words, above).fromMillis();
    above = Since.of(time);
    String label = words.peek();
    EventKind kind = EventKind.read(words);
    long arrival = words.takeIf("arriving") ? times.read(words, Since.of(time)).fromMillis() : time;
    words.requireEnd();
    if (arrival < time) {
      throw words.wrongBefore("an event cannot arrive before it happens");
    }
    SpecificRecordBase record = record(kind, sentence, time);
    if (EventKind.customName(label) != null) {
      record.put("name", EventKind.customName(label));
    }
    Event event = door.enter(kind.origin(), record, arrival, sentence.place());
    String late = arrival == time ? "" : " arriving " + new TimeWriter(times.zone()).of(arrival);
    return new Given(sentence.place(), label + late + said(sentence), event);
  }

  private SpecificRecordBase record(EventKind kind, Sentence sentence, long time) {
    SpecificRecordBase record =
        kind.origin() == Origin.ORDERS
            ? orders.next(sentence.fields())
            : RecordReader.blank(kind.schema());
    stamp(record, time, kind.type());
    sentence.fields().ifPresent(fields -> fill(record, fields, time));
    if (record instanceof OrderEvent order) {
      orders.keep(order, sentence.fields());
    }
    return record;
  }

  private void fill(SpecificRecordBase record, Written fields, long time) {
    for (Written.Entry entry : fields.entries()) {
      if (SAID_OTHERWISE.contains(entry.name())) {
        throw entry
            .key()
            .wrong("the line says the time and the event, and 'customer: {id: ...}' the customer");
      }
    }
    records.fill(record, fields, time);
  }

  /** Lines of one instant and topic keep their order. */
  private void stamp(SpecificRecordBase record, long time, Enum<?> type) {
    events++;
    record.put("eventId", "line-" + events);
    record.put("customerId", customerId);
    record.put("time", time);
    record.put("sequence", (long) events);
    record.put("type", type);
  }

  /** What is known of the customer: said a minute before the first event, or at a registration. */
  Given customer(Written customer, long firstMillis) {
    long time =
        customer
            .get("registered")
            .map(written -> times.read(written, Since.NOTHING).fromMillis())
            .orElse(firstMillis - BEFORE_THE_FIRST_MILLIS);
    boolean registers = customer.get("registered").isPresent();
    SpecificRecordBase record = RecordReader.blank(CustomerEvent.getClassSchema());
    stamp(record, time, registers ? CustomerType.REGISTERED : CustomerType.UPDATED);
    fill(record, customer.without("id", "registered"), time);
    Event event = door.enter(Origin.CUSTOMERS, record, time, customer.place());
    String label = registers ? "registered" : "updated";
    return new Given(customer.place(), label + " " + customer.without("id", "registered"), event);
  }

  private static String said(Sentence sentence) {
    return sentence.fields().map(fields -> " " + fields).orElse("");
  }
}
