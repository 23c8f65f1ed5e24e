package io.kairos.torture.oracle;

/**
 * A record of an input topic as the log holds it.
 *
 * @param topic without prefix: clickstream, cart, orders or customers
 * @param appendMillis when the log took it, epoch milliseconds
 * @param value Avro in single-object encoding
 */
public record LoggedRecord(
    String topic, int partition, long offset, long appendMillis, byte[] value) {}
