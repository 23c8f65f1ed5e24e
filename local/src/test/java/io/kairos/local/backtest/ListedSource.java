package io.kairos.local.backtest;

import io.kairos.local.InputEvent;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.util.List;

/** Events in memory. */
record ListedSource(List<InputEvent> events) implements EventSource {

  @Override
  public String topicPrefix() {
    return Topics.DEFAULT_PREFIX;
  }

  @Override
  public List<String> read(Period period, RecordTaker taker, Watch watch) throws IOException {
    for (InputEvent event : events) {
      taker.take(() -> LogRecord.of(event));
    }
    return List.of(events.size() + " events of a test");
  }
}
