package io.kairos.local.cluster;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What Flink says about a job at one moment. Each value is empty as long as Flink has none, as in
 * the first seconds of a job.
 *
 * @param recordsPerSecond read by all sources that count (Kafka's do), averaged over a minute
 * @param pendingRecords in Kafka and not yet read, over all sources
 * @param watermarkMillis event time of the operator that is furthest behind, epoch milliseconds
 * @param restarts of the job since it was submitted
 * @param checkpoints completed since it was submitted
 */
public record JobReading(
    OptionalDouble recordsPerSecond,
    OptionalLong pendingRecords,
    OptionalLong watermarkMillis,
    OptionalLong restarts,
    OptionalLong checkpoints) {}
