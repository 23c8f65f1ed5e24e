package io.kairos.flink.operator;

import io.kairos.engine.event.Origin;
import io.kairos.flink.Wire;
import io.kairos.wire.TopicSchemas;
import io.kairos.wire.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;

/** Records that no shop would send, but that their schema allows. */
public final class AnyRecord {
  private static final long[] LONGS = {
    0, 1, 5_000, 400_000_00, Integer.MAX_VALUE, 1_000_000_000_000_000L
  };

  /** Refused wherever they are money, so they are few. */
  private static final long[] IMPOSSIBLE = {-1, Long.MIN_VALUE, Long.MAX_VALUE};

  private static final int[] INTS = {0, 1, 2, 5, 6, -1, Integer.MIN_VALUE, Integer.MAX_VALUE};
  private static final List<String> TEXTS =
      List.of("", "a", "tea", "push", "sms", "Asia/Tokyo", "\u0000", "\uD83C\uDF75".repeat(60));
  private static final List<String> CUSTOMERS = List.of("ann", "bob", "\uD83C\uDF75");

  private final Random random;

  public AnyRecord(Random random) {
    this.random = random;
  }

  /** A record of a topic at a time, epoch milliseconds. */
  byte[] of(Origin origin, long time) {
    Schema schema = schema(origin);
    GenericData.Record record = record(schema);
    record.put("eventId", "e" + random.nextInt(60));
    record.put("customerId", CUSTOMERS.get(random.nextInt(CUSTOMERS.size())));
    record.put("time", time);
    if (schema.getField("currency") != null) {
      record.put("currency", null);
    }
    return Wire.bytes(new BinaryMessageEncoder<>(GenericData.get(), schema), record);
  }

  /** A record of a topic whose ids, time and currency are any, too. */
  public GenericData.Record of(Origin origin) {
    return record(schema(origin));
  }

  private static Schema schema(Origin origin) {
    return TopicSchemas.of(Topics.valueOf(origin.name()));
  }

  private GenericData.Record record(Schema schema) {
    GenericData.Record record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), value(field.schema()));
    }
    return record;
  }

  private Object value(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> value(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
      case RECORD -> record(schema);
      case ARRAY -> list(schema.getElementType());
      case MAP -> map(schema.getValueType());
      case ENUM -> new GenericData.EnumSymbol(schema, text(schema.getEnumSymbols()));
      case STRING -> text(TEXTS);
      case LONG -> any(random.nextInt(40) == 0 ? IMPOSSIBLE : LONGS);
      case INT -> INTS[random.nextInt(INTS.length)];
      case DOUBLE -> random.nextBoolean() ? Double.NaN : random.nextDouble();
      case BOOLEAN -> random.nextBoolean();
      default -> null;
    };
  }

  private long any(long[] longs) {
    return longs[random.nextInt(longs.length)];
  }

  private String text(List<String> any) {
    return any.get(random.nextInt(any.size()));
  }

  private List<Object> list(Schema of) {
    List<Object> list = new ArrayList<>();
    for (int rest = random.nextInt(3); rest > 0; rest--) {
      list.add(value(of));
    }
    return list;
  }

  private Map<String, Object> map(Schema of) {
    Map<String, Object> map = new HashMap<>();
    for (int rest = random.nextInt(3); rest > 0; rest--) {
      map.put(text(TEXTS), value(of));
    }
    return map;
  }
}
