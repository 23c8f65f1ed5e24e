package io.kairos.bench.report;

import io.kairos.bench.input.InputSpec;

/** How many customers of an input have an event. */
@FunctionalInterface
public interface Seen {
  int in(InputSpec input);
}
