/**
 * The decisions of Kairos, in plain Java: no Flink, no Kafka, no clock, no I/O. The stages stand in
 * packages of their own along the path event, cleaning, profile, predict, condition, segment, rule,
 * trigger, delivery; here they meet.
 */
package io.kairos.engine;
