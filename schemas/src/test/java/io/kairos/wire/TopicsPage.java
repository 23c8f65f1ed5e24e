package io.kairos.wire;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;

/** The page that lists every topic and field, made from the schemas. */
final class TopicsPage {
  private static final String HEAD =
      """
      # Topics

      Generated from `schemas/src/main/avro`; a test fails when this page and the schemas differ. To \
      write it anew: `./mvnw -pl schemas test -Dkairos.docs=write`.

      - Before each name stands `topic.prefix`, by default `kairos.`.
      - The value is Avro in single-object encoding: the bytes `C3 01`, the schema's 8-byte \
      fingerprint (CRC-64-AVRO, little-endian), then the record. `schemas/released` holds every \
      released schema under its fingerprint, written as a number in 16 hex digits. Beside a \
      [schema registry](schema-registry.md) it can be in the Confluent wire format instead. Triggers \
      can be plain JSON (`sink.format`).
      - Money is minor units of an ISO 4217 currency in a `long`. Times are epoch milliseconds, UTC.
      - A field without a default must be given.
      - An enum reads a symbol that it does not know as `UNKNOWN`.
      """;

  private final StringBuilder text = new StringBuilder(HEAD);

  static String text() {
    TopicsPage page = new TopicsPage();
    for (Topics topic : Topics.values()) {
      page.topic(topic);
    }
    return page.text.toString();
  }

  private void topic(Topics topic) {
    Map<String, Schema> types = WireSchemas.namedTypes(WireSchemas.of(topic));
    Schema record = types.remove(WireSchemas.of(topic).getFullName());
    text.append("\n## ").append(topic.label()).append("\n\n");
    text.append(role(topic)).append(" Record `").append(record.getName()).append("`. ");
    text.append(meaning(record)).append('\n');
    fields(record);
    types(types.values());
  }

  private static String role(Topics topic) {
    if (Topics.inputs().contains(topic)) {
      return "Input.";
    }
    return switch (topic) {
      case FEEDBACK -> "Reserved: the job does not read it yet.";
      case RULES -> "Input, read whole at every start.";
      default -> "Output.";
    };
  }

  /** The record's documentation without the name of the topic, which is the heading. */
  private static String meaning(Schema record) {
    String doc = record.getDoc().replaceFirst("^Topic [^:]*: ", "");
    return doc.substring(0, 1).toUpperCase(Locale.ROOT) + doc.substring(1);
  }

  private void types(Collection<Schema> types) {
    for (Schema type : types) {
      text.append("\n### ").append(type.getName()).append("\n\n");
      text.append(type.getDoc()).append('\n');
      if (type.getType() == Schema.Type.ENUM) {
        text.append("\n`").append(String.join("` `", type.getEnumSymbols())).append("`\n");
      } else {
        fields(type);
      }
    }
  }

  private void fields(Schema record) {
    text.append("\n| Field | Type | Default | Meaning |\n| --- | --- | --- | --- |\n");
    for (Field field : record.getFields()) {
      text.append("| `").append(field.name()).append("` | ").append(type(field.schema()));
      text.append(" | ").append(defaultOf(field)).append(" | ");
      text.append(field.doc().replace("|", "\\|")).append(" |\n");
    }
  }

  private static String type(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> type(schema.getTypes().get(1)) + " or null";
      case ARRAY -> "array of " + type(schema.getElementType());
      case MAP -> "map of " + type(schema.getValueType());
      case RECORD, ENUM -> "[" + schema.getName() + "](#" + anchor(schema) + ")";
      default -> schema.getType().getName();
    };
  }

  private static String anchor(Schema schema) {
    return schema.getName().toLowerCase(Locale.ROOT);
  }

  private static String defaultOf(Field field) {
    if (!field.hasDefaultValue()) {
      return "";
    }
    if (field.defaultVal() == JsonProperties.NULL_VALUE) {
      return "null";
    }
    String value = SpecificData.get().getDefaultValue(field).toString();
    return value.isEmpty() ? "empty" : "`" + value + "`";
  }
}
