package io.kairos.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;

/**
 * An Avro record as plain JSON: a union is its value, an enum its name, bytes are base64. Fields
 * keep the order of the schema and map keys are sorted, so equal records give equal text.
 */
public final class PlainJson {
  private static final JsonFactory JSON = new JsonFactory();

  private PlainJson() {}

  /** One line of JSON without a line end. */
  public static String of(IndexedRecord record) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      write(record, out);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return text.toString();
  }

  private static void write(Object value, JsonGenerator out) throws IOException {
    if (value instanceof IndexedRecord record) {
      writeRecord(record, out);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map, out);
    } else if (value instanceof Collection<?> list) {
      writeList(list, out);
    } else {
      writeScalar(value, out);
    }
  }

  private static void writeRecord(IndexedRecord record, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Field field : record.getSchema().getFields()) {
      out.writeFieldName(field.name());
      write(record.get(field.pos()), out);
    }
    out.writeEndObject();
  }

  private static void writeMap(Map<?, ?> map, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
      out.writeFieldName(entry.getKey().toString());
      write(entry.getValue(), out);
    }
    out.writeEndObject();
  }

  private static void writeList(Collection<?> list, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (Object element : list) {
      write(element, out);
    }
    out.writeEndArray();
  }

  private static void writeScalar(Object value, JsonGenerator out) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Long || value instanceof Integer) {
      out.writeNumber(((Number) value).longValue());
    } else if (value instanceof Double number) {
      out.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      out.writeBinary(copy);
    } else {
      out.writeString(value.toString());
    }
  }
}
