package io.kairos.bench.micro;

import io.kairos.bench.input.Form;
import io.kairos.bench.input.InputSpec;
import io.kairos.bench.input.InputTopics;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.local.InputEvent;
import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.Topics;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A week of a shop with 20,000 customers, in sessions; the same one always. */
final class Samples {
  /** Another number of events, for a test that only wants to see whether all runs. */
  static final String EVENTS_PROPERTY = "kairos.bench.week";

  static final int CUSTOMERS = 20_000;
  static final int EVENTS = 160_000;

  private static final long LATENESS_MILLIS = 2_000;

  private Samples() {}

  /** The week in order of time. */
  static List<InputEvent> week() {
    return new InputSpec(Form.SESSIONS, Integer.getInteger(EVENTS_PROPERTY, EVENTS), CUSTOMERS, 1)
        .stream().toList();
  }

  /** The first records of a topic, in single-object encoding, appended when they happened. */
  static List<ConsumerRecord<byte[], byte[]>> records(Topics topic, int count) {
    return week().stream()
        .filter(event -> event.topic() == topic)
        .limit(count)
        .map(Samples::record)
        .toList();
  }

  private static ConsumerRecord<byte[], byte[]> record(InputEvent event) {
    byte[] value = SingleObject.encode(event.record());
    return new ConsumerRecord<>(
        InputTopics.name(event.topic()),
        0,
        0,
        event.timeMillis(),
        TimestampType.LOG_APPEND_TIME,
        0,
        value.length,
        null,
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  /** The engine's event, arrived when it happened. */
  static Event event(WireReader reader, InputEvent input) {
    try {
      return reader.read(
          origin(input.topic()), SingleObject.encode(input.record()), input.timeMillis());
    } catch (UnreadableRecord ourOwn) {
      throw new IllegalStateException(ourOwn);
    }
  }

  static WireReader reader() {
    return new WireReader(LATENESS_MILLIS);
  }

  private static Origin origin(Topics topic) {
    return switch (topic) {
      case CLICKSTREAM -> Origin.CLICKSTREAM;
      case CART -> Origin.CART;
      case ORDERS -> Origin.ORDERS;
      default -> throw new IllegalArgumentException("not written: " + topic);
    };
  }
}
