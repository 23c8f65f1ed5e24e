package io.kairos.local.replay;

import io.kairos.local.InputEvent;
import io.kairos.local.StopSignal;
import java.util.Iterator;

/** Passes events on, says how many, and ends early when the run is to end. */
final class StoppableIterator implements Iterator<InputEvent> {
  private final Iterator<InputEvent> events;
  private final StopSignal stop;
  private final Progress progress;
  private final long total;
  private long passed;

  StoppableIterator(Iterator<InputEvent> events, StopSignal stop, Progress progress, long total) {
    this.events = events;
    this.stop = stop;
    this.progress = progress;
    this.total = total;
  }

  @Override
  public boolean hasNext() {
    return !stop.isRequested() && events.hasNext();
  }

  @Override
  public InputEvent next() {
    passed++;
    progress.feeding(passed, total);
    return events.next();
  }
}
