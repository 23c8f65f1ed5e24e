/** The Flink job: the whole graph, and its entry. */
package io.kairos.flink;
