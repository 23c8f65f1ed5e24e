package io.kairos.torture.oracle;

import java.util.Map;
import java.util.Optional;

/** Answers what a condition asks for. */
interface Situation {
  /** The value of a name; empty where it is not known. */
  Optional<Value> of(String name);

  /** Of an event, too: what its fields do not have is not known. */
  default Situation at(Map<String, Value> event) {
    return name -> isOfEvent(name) ? Optional.ofNullable(event.get(name)) : of(name);
  }

  /** Whether a name is about the start event. */
  static boolean isOfEvent(String name) {
    return name.startsWith("event.") || name.startsWith("order.");
  }
}
