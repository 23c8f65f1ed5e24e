/**
 * Kairos itself as a contender: the job as it is shipped, on a cluster in the contender's process.
 */
package io.kairos.bench.ours;
