/**
 * A Kafka broker for one machine, run in a JVM of its own because its RocksDB, Jackson and logging
 * jars would clash with Flink's. {@link io.kairos.broker.BrokerMain} is the whole surface:
 * arguments in, one ready line out, gone when its standard input ends.
 */
package io.kairos.broker;
