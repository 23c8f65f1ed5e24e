package io.kairos.flink.registry;

import org.apache.avro.Schema;

/** Schemas in single quotes. */
final class SchemaOf {
  private SchemaOf() {}

  static Schema json(String text) {
    return new Schema.Parser().parse(text.replace('\'', '"'));
  }
}
