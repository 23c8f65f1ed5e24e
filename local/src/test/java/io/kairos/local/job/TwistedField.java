package io.kairos.local.job;

import io.kairos.wire.SchemaArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** A good record in which one field, at any depth, says something outrageous. */
final class TwistedField {
  private static final int HEADER = 10;
  private static final int FINGERPRINT_AT = 2;
  private static final int MANY = 3_000;

  private static final List<String> TEXTS =
      List.of("", " ", "\u0000\u0007", "\uD83E\uDD84".repeat(400), "x".repeat(9_000), "null");
  private static final List<Long> NUMBERS =
      List.of(0L, -1L, 1L, Long.MIN_VALUE, Long.MAX_VALUE, -62_135_596_800_001L, 1L << 53);
  private static final List<Double> REALS =
      List.of(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -0.0, 1e308, -181.0);

  private final RandomGenerator random;

  private TwistedField(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param good a record in single-object encoding
   */
  static byte[] of(byte[] good, RandomGenerator random) {
    long fingerprint = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong(FINGERPRINT_AT);
    Schema schema = SchemaArchive.released().findByFingerprint(fingerprint);
    try {
      GenericRecord record =
          new GenericDatumReader<GenericRecord>(schema)
              .read(
                  null,
                  DecoderFactory.get().binaryDecoder(good, HEADER, good.length - HEADER, null));
      new TwistedField(random).twist(record);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(good, 0, HEADER);
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
      encoder.flush();
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void twist(GenericRecord record) {
    Schema.Field field = any(record.getSchema().getFields());
    record.put(field.pos(), twisted(field.schema(), record.get(field.pos())));
  }

  private Object twisted(Schema schema, Object before) {
    return switch (schema.getType()) {
      case UNION -> union(schema, before);
      case RECORD -> record(schema, before);
      case ARRAY -> array(schema, before);
      case MAP -> map(schema);
      case ENUM -> new GenericData.EnumSymbol(schema, any(schema.getEnumSymbols()));
      case STRING -> any(TEXTS);
      case LONG -> any(NUMBERS);
      case INT -> any(NUMBERS).intValue();
      case DOUBLE -> any(REALS);
      case FLOAT -> any(REALS).floatValue();
      case BOOLEAN -> random.nextBoolean();
      case BYTES -> ByteBuffer.allocate(MANY);
      case FIXED, NULL -> before;
    };
  }

  private Object union(Schema schema, Object before) {
    Schema branch = any(schema.getTypes());
    return branch.getType() == Schema.Type.NULL ? null : twisted(branch, before);
  }

  private Object record(Schema schema, Object before) {
    if (before instanceof GenericRecord record && record.getSchema().equals(schema)) {
      twist(record);
      return record;
    }
    GenericRecord made = new GenericData.Record(schema);
    schema.getFields().forEach(field -> made.put(field.pos(), twisted(field.schema(), null)));
    return made;
  }

  private Object array(Schema schema, Object before) {
    List<Object> elements = new ArrayList<>();
    if (before instanceof List<?> some && !some.isEmpty() && random.nextBoolean()) {
      elements.addAll(some);
      elements.set(0, twisted(schema.getElementType(), some.get(0)));
    } else if (random.nextBoolean()) {
      Object element = twisted(schema.getElementType(), null);
      elements.addAll(Collections.nCopies(random.nextInt(MANY), element));
    }
    return elements;
  }

  private Object map(Schema schema) {
    Map<String, Object> entries = new HashMap<>();
    for (int i = random.nextInt(40); i > 0; i--) {
      entries.put(any(TEXTS) + i, twisted(schema.getValueType(), null));
    }
    return entries;
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
