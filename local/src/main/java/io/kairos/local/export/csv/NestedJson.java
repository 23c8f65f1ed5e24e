package io.kairos.local.export.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kairos.local.profiles.Meaning;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;

/** A list or map in one cell: JSON, map keys sorted, times as in other cells. */
final class NestedJson {
  private static final JsonFactory JSON = new JsonFactory();

  private NestedJson() {}

  static String of(Object value, Meaning meaning) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      write(value, meaning, out);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return text.toString();
  }

  private static void write(Object value, Meaning meaning, JsonGenerator out) throws IOException {
    if (value instanceof IndexedRecord record) {
      writeRecord(record, out);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map, meaning, out);
    } else if (value instanceof Collection<?> list) {
      writeList(list, meaning, out);
    } else {
      writeScalar(value, meaning, out);
    }
  }

  private static void writeRecord(IndexedRecord record, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Field field : record.getSchema().getFields()) {
      out.writeFieldName(field.name());
      write(record.get(field.pos()), Meaning.of(field), out);
    }
    out.writeEndObject();
  }

  private static void writeMap(Map<?, ?> map, Meaning meaning, JsonGenerator out)
      throws IOException {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(key.toString(), value));
    out.writeStartObject();
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      out.writeFieldName(entry.getKey());
      write(entry.getValue(), meaning, out);
    }
    out.writeEndObject();
  }

  private static void writeList(Collection<?> list, Meaning meaning, JsonGenerator out)
      throws IOException {
    out.writeStartArray();
    for (Object element : list) {
      write(element, meaning, out);
    }
    out.writeEndArray();
  }

  private static void writeScalar(Object value, Meaning meaning, JsonGenerator out)
      throws IOException {
    if (value instanceof Long millis && meaning == Meaning.TIME) {
      out.writeString(IsoTime.of(millis));
    } else if (value instanceof Number || value instanceof Boolean || value == null) {
      out.writePOJO(value);
    } else if (value instanceof ByteBuffer bytes) {
      out.writeString(CsvColumn.base64(bytes));
    } else {
      out.writeString(value.toString());
    }
  }
}
