package io.kairos.local.imports;

import io.kairos.local.InputEvent;
import java.io.IOException;

/** Counts what a format finds and hands on what goes in. */
final class CountingSink implements ImportSink {
  private final ImportRequest request;
  private final Taker events;
  private final ImportTally tally;
  private long sequence;

  /**
   * @param tally may count several files together
   */
  CountingSink(ImportRequest request, Taker events, ImportTally tally) {
    this.request = request;
    this.events = events;
    this.tally = tally;
  }

  /** Takes what goes in. */
  interface Taker {
    void take(PlacedEvent placed) throws IOException;
  }

  @Override
  public void row() {
    tally.row();
  }

  @Override
  public void event(long row, InputEvent event) throws IOException {
    if (request.includes(event.timeMillis())) {
      tally.event(event);
      events.take(new PlacedEvent(row, sequence++, event));
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
