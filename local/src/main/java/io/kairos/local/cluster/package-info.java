/** Flink in this JVM: the cluster, a job that runs on it, and what Flink says about that job. */
package io.kairos.local.cluster;
