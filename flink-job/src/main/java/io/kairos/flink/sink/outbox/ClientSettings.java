package io.kairos.flink.sink.outbox;

import java.io.Serializable;
import java.util.Properties;

/** Settings of the Kafka clients that the outbox needs. */
public record ClientSettings(Properties producer, Properties consumer) implements Serializable {}
