package io.kairos.local.imports;

import io.kairos.local.InputEvent;
import java.io.IOException;

/** Counts what a format finds and hands on to the sort what goes in. */
final class SortingSink implements ImportSink {
  private final ImportRequest request;
  private final ExternalSort<PlacedEvent> events;
  private final ImportTally tally = new ImportTally();
  private long sequence;

  SortingSink(ImportRequest request, ExternalSort<PlacedEvent> events) {
    this.request = request;
    this.events = events;
  }

  ImportCounts counts() {
    return tally.counts();
  }

  @Override
  public void row() {
    tally.row();
  }

  @Override
  public void event(long row, InputEvent event) throws IOException {
    if (request.includes(event.timeMillis())) {
      tally.event(event);
      events.add(new PlacedEvent(row, sequence++, event));
    } else {
      leaveOutEvent(LeftOut.AFTER_UNTIL, EventType.of(event.topic(), event.record()));
    }
  }

  @Override
  public void leaveOutRow(LeftOut reason, String example) {
    tally.rowLeftOut(reason, example);
  }

  @Override
  public void leaveOutEvent(LeftOut reason, EventType type) {
    tally.eventLeftOut(reason, type);
  }
}
