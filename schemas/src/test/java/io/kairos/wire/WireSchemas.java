package io.kairos.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** The schemas of the wire as any language reads them: without the hints for Java's code. */
final class WireSchemas {
  private WireSchemas() {}

  /** The schema of a topic's record. */
  static Schema of(Topics topic) {
    return plain(TopicSchemas.of(topic));
  }

  /** The record itself, then the records and enums inside it, each once, by full name. */
  static Map<String, Schema> namedTypes(Schema schema) {
    Map<String, Schema> found = new LinkedHashMap<>();
    collect(schema, found);
    return found;
  }

  /** 16 hex digits of the CRC-64-AVRO of the parsing canonical form. */
  static String fingerprint(Schema schema) {
    return "%016x".formatted(SchemaNormalization.parsingFingerprint64(schema));
  }

  private static Schema plain(Schema generated) {
    String json =
        generated
            .toString()
            .replace(",\"avro.java.string\":\"String\"", "")
            .replace("{\"type\":\"string\"}", "\"string\"");
    return new Schema.Parser().parse(json);
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM -> found.putIfAbsent(schema.getFullName(), schema);
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
      default -> {}
    }
  }
}
