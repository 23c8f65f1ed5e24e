/**
 * The same job on one machine: the {@code kairos} command, the folder a run works in, and the end
 * of a run. {@code kafka} starts the broker, {@code cluster} starts Flink.
 */
package io.kairos.local;
