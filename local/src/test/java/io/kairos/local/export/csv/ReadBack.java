package io.kairos.local.export.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kairos.local.profiles.Meaning;
import io.kairos.local.profiles.PlainJsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericRecord;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/** Makes records of a table of text again, by its header and the schema alone. */
final class ReadBack {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setNullString("")
          .setQuoteMode(QuoteMode.ALL_NON_NULL)
          .get();

  private ReadBack() {}

  static List<GenericRecord> records(String table, Schema schema) throws IOException {
    List<GenericRecord> records = new ArrayList<>();
    try (CSVParser rows = FORMAT.parse(new StringReader(table))) {
      for (CSVRecord row : rows) {
        records.add(PlainJsonReader.record(object(row, schema, ""), schema));
      }
    }
    return records;
  }

  private static JsonNode object(CSVRecord row, Schema schema, String prefix) throws IOException {
    ObjectNode object = JSON.createObjectNode();
    for (Field field : schema.getFields()) {
      Schema type = present(field.schema());
      String column = prefix + field.name();
      object.set(
          field.name(),
          type.getType() == Schema.Type.RECORD
              ? nested(row, field, column + ".")
              : cell(row.get(column), type, Meaning.of(field)));
    }
    return object;
  }

  /** A record of which every cell is empty was null, where it may be. */
  private static JsonNode nested(CSVRecord row, Field field, String prefix) throws IOException {
    boolean empty =
        row.toMap().entrySet().stream()
            .filter(cell -> cell.getKey().startsWith(prefix))
            .allMatch(cell -> cell.getValue() == null);
    return empty && field.schema().isUnion()
        ? JsonNodeFactory.instance.nullNode()
        : object(row, present(field.schema()), prefix);
  }

  private static JsonNode cell(String text, Schema type, Meaning meaning) throws IOException {
    if (text == null) {
      return JsonNodeFactory.instance.nullNode();
    }
    return switch (type.getType()) {
      case ARRAY, MAP -> inMillis(JSON.readTree(text), type, meaning);
      case STRING, ENUM, BYTES -> JsonNodeFactory.instance.textNode(text);
      case LONG -> meaning == Meaning.TIME ? millis(text) : JSON.readTree(text);
      default -> text.equals("NaN") ? JsonNodeFactory.instance.textNode(text) : JSON.readTree(text);
    };
  }

  /** Times in lists and maps are texts, too. */
  private static JsonNode inMillis(JsonNode node, Schema schema, Meaning meaning) {
    Schema type = present(schema);
    if (node.isArray()) {
      ArrayNode list = JSON.createArrayNode();
      node.forEach(element -> list.add(inMillis(element, type.getElementType(), meaning)));
      return list;
    } else if (node.isObject()) {
      ObjectNode object = JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> one : node.properties()) {
        object.set(one.getKey(), member(one, type, meaning));
      }
      return object;
    }
    return type.getType() == Schema.Type.LONG && meaning == Meaning.TIME
        ? millis(node.textValue())
        : node;
  }

  private static JsonNode member(Map.Entry<String, JsonNode> one, Schema type, Meaning meaning) {
    if (type.getType() == Schema.Type.MAP) {
      return inMillis(one.getValue(), type.getValueType(), meaning);
    }
    Field field = type.getField(one.getKey());
    return inMillis(one.getValue(), field.schema(), Meaning.of(field));
  }

  private static JsonNode millis(String text) {
    return JsonNodeFactory.instance.numberNode(Instant.parse(text).toEpochMilli());
  }

  private static Schema present(Schema schema) {
    return schema.isUnion() ? schema.getTypes().get(1) : schema;
  }
}
