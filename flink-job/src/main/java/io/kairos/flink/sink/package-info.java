/** What leaves the job, and the gate before it. */
package io.kairos.flink.sink;
