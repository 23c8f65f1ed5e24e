package io.kairos.flink.source.proof;

import org.apache.flink.api.connector.source.SourceEvent;

/** Tells a reader that all partitions there are have been handed out: it has its own by now. */
enum HandedOut implements SourceEvent {
  ALL
}
