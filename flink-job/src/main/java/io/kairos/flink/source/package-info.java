/** From the topics to cleaned events in event time. */
package io.kairos.flink.source;
