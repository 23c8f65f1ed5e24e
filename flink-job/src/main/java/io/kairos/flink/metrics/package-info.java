/** What the job counts. */
package io.kairos.flink.metrics;
