/**
 * The Confluent wire format: records that name their schema by the id of a schema registry. At the
 * intake they are brought into single-object encoding, so that nothing behind it, least of all the
 * state, needs a registry.
 */
package io.kairos.flink.registry;
