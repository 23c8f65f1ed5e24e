package io.kairos.flink.source.proof;

import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * What a partition is to be read from next is not in its log. A restart would not find it either,
 * so there is none.
 */
public final class EventsDeleted extends SuppressRestartsException {
  private static final long serialVersionUID = 1L;

  EventsDeleted(Gap gap) {
    super(
        new IllegalStateException(
            "EVENTS_DELETED: "
                + gap
                + " Raise retention.ms of the input topics before more is deleted. Then start from"
                + " a newer checkpoint or savepoint, or with source.deleted-events skip, which goes"
                + " on at the earliest record and leaves the gap."));
  }

  @Override
  public String getMessage() {
    return getCause().getMessage();
  }
}
