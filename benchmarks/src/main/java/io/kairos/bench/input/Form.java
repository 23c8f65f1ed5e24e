package io.kairos.bench.input;

import io.kairos.local.InputEvent;
import java.util.Iterator;
import java.util.Locale;

/** How a customer's events lie among those of the others. */
public enum Form {
  /** Each event is of a customer of its own draw: the worst that can come. */
  INDEPENDENT {
    @Override
    Iterator<InputEvent> events(InputSpec spec) {
      return new IndependentEvents(spec);
    }
  },
  /** Bursts of about eight events of a customer, some seconds apart, as people shop. */
  SESSIONS {
    @Override
    Iterator<InputEvent> events(InputSpec spec) {
      return new SessionEvents(spec);
    }
  };

  /** Without an end, in order of time. */
  abstract Iterator<InputEvent> events(InputSpec spec);

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
