package io.kairos.flink.config;

/** How records lie in the output topics. */
public enum SinkFormat {
  /** Avro, single-object encoding. */
  AVRO,
  /** Avro in the Confluent wire format, by the ids of a schema registry. */
  REGISTRY,
  /** Triggers are plain JSON; the other topics are as with {@link #AVRO}. */
  JSON
}
