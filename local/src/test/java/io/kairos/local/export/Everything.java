package io.kairos.local.export;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Records with a field of every type that a schema may have, some of them in each other. */
public final class Everything {
  private static final Schema INNER =
      SchemaBuilder.record("Inner")
          .fields()
          .name("at")
          .doc("When: epoch milliseconds.")
          .type()
          .longType()
          .noDefault()
          .optionalString("note")
          .name("times")
          .doc("Each: epoch milliseconds.")
          .type()
          .array()
          .items()
          .longType()
          .noDefault()
          .endRecord();

  /** The schema of them. */
  public static final Schema SCHEMA =
      SchemaBuilder.record("Everything")
          .fields()
          .requiredString("text")
          .optionalString("maybe")
          .requiredInt("small")
          .requiredLong("whole")
          .requiredDouble("broken")
          .requiredFloat("coarse")
          .requiredBoolean("truth")
          .requiredBytes("raw")
          .name("time")
          .doc("When: epoch milliseconds.")
          .type()
          .longType()
          .noDefault()
          .name("kind")
          .type()
          .enumeration("Kind")
          .symbols("A", "B")
          .noDefault()
          .name("inner")
          .type(INNER)
          .noDefault()
          .name("perhaps")
          .type()
          .optional()
          .type(INNER)
          .name("items")
          .type()
          .array()
          .items(INNER)
          .noDefault()
          .name("gaps")
          .type()
          .array()
          .items()
          .nullable()
          .intType()
          .noDefault()
          .name("names")
          .type()
          .map()
          .values()
          .stringType()
          .noDefault()
          .name("since")
          .doc("Per name: epoch milliseconds.")
          .type()
          .map()
          .values()
          .longType()
          .noDefault()
          .name("deep")
          .type()
          .map()
          .values()
          .array()
          .items()
          .booleanType()
          .noDefault()
          .endRecord();

  private Everything() {}

  /** A record in which everything is there. */
  public static GenericRecord full(String text) {
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put("text", text);
    record.put("maybe", text + "?");
    record.put("small", Integer.MIN_VALUE);
    record.put("whole", Long.MAX_VALUE);
    record.put("broken", -0.1);
    record.put("coarse", 0.5f);
    record.put("truth", true);
    record.put("raw", ByteBuffer.wrap(new byte[] {0, -1, 7}));
    record.put("time", 1_569_902_400_001L);
    record.put("kind", new GenericData.EnumSymbol(SCHEMA.getField("kind").schema(), "B"));
    record.put("inner", inner(0, text));
    record.put("perhaps", inner(-1, null));
    record.put("items", List.of(inner(1, text), inner(2, null), inner(3, "")));
    record.put("gaps", Arrays.asList(1, null, 3));
    record.put("names", new TreeMap<>(Map.of("b", text, "a", "")));
    record.put("since", Map.of("x", 86_400_000L));
    record.put("deep", new TreeMap<>(Map.of("e", List.of(), "f", List.of(true, false, true))));
    return record;
  }

  /** A record in which as little as possible is there. */
  public static GenericRecord empty() {
    GenericRecord record = full("");
    record.put("maybe", null);
    record.put("broken", Double.NaN);
    record.put("truth", false);
    record.put("raw", ByteBuffer.allocate(0));
    record.put("perhaps", null);
    record.put("items", List.of());
    record.put("gaps", List.of());
    record.put("names", Map.of());
    record.put("since", Map.of());
    record.put("deep", Map.of());
    return record;
  }

  private static GenericRecord inner(long at, String note) {
    GenericRecord inner = new GenericData.Record(INNER);
    inner.put("at", at);
    inner.put("note", note);
    inner.put("times", at == 2 ? List.of() : List.of(at, at + 1));
    return inner;
  }
}
