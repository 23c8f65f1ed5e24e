package io.kairos.flink.source;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Origin;
import io.kairos.wire.TopicSchemas;
import io.kairos.wire.Topics;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.avro.SchemaNormalization;

/**
 * Reads the common records, those of clicks, carts and orders in the schema of this release,
 * straight into events, without Avro's objects in between. It never refuses a record: of any that
 * is not plain it says so, and Avro's own way decides.
 */
final class PlainReader {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  /** Before a record in single-object encoding: a mark of two bytes, and the fingerprint. */
  private static final short MARK = (short) 0xC301;

  private static final int MARK_BYTES = 2;
  private static final int HEADER_BYTES = MARK_BYTES + Long.BYTES;

  private static final boolean[] KNOWN = new boolean[Origin.values().length];

  static {
    for (Origin origin : Origin.values()) {
      long current =
          SchemaNormalization.parsingFingerprint64(TopicSchemas.of(Topics.valueOf(origin.name())));
      KNOWN[origin.ordinal()] = current == schema(origin);
    }
  }

  private final Bytes in = new Bytes();

  /** Whether the records of a topic, as this release writes them, are read here. */
  static boolean knows(Origin origin) {
    return KNOWN[origin.ordinal()];
  }

  /** The event of a record; null if the record is not plain. */
  Event read(Origin origin, byte[] record, WireReader.Arrival arrival) {
    if (!knows(origin) || !isOf(schema(origin), record)) {
      return null;
    }
    try {
      in.open(record, HEADER_BYTES);
      Event event = event(origin, SharedFields.header(in, origin, arrival));
      return in.atEnd() ? event : null;
    } catch (Unusual | IndexOutOfBoundsException notPlain) {
      return null;
    }
  }

  private Event event(Origin origin, Header header) {
    return switch (origin) {
      case CLICKSTREAM -> PlainClick.event(in, header);
      case CART -> PlainCart.event(in, header);
      case ORDERS -> PlainOrder.event(in, header);
      case CUSTOMERS -> null;
    };
  }

  private static boolean isOf(long schema, byte[] record) {
    return record.length > HEADER_BYTES
        && (short) SHORTS.get(record, 0) == MARK
        && (long) LONGS.get(record, MARK_BYTES) == schema;
  }

  /** Records of customers are few, and never read here. */
  private static long schema(Origin origin) {
    return switch (origin) {
      case CLICKSTREAM -> PlainClick.SCHEMA;
      case CART -> PlainCart.SCHEMA;
      case ORDERS -> PlainOrder.SCHEMA;
      case CUSTOMERS -> 0;
    };
  }
}
